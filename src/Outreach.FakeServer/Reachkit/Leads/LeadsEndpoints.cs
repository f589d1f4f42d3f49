using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of leads (contract section 3.4).</summary>
internal static class LeadsEndpoints
{
    private static readonly RowJson<LeadRow, LeadStateRow, Lead> Json = new(Show, ReachkitJson.Default.Lead);

    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("leads.list", List);
        routes.Map("leads.create", Create);
        routes.Map("leads.get", Get);
        routes.Map("leads.delete", Delete);
    }

    private static FakeResponse List(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        ListQuery query = ListQuery.Read(call);
        call.Check();
        Index<LeadRow>.Rows rows = call.State.LeadsByCampaign[campaign.Id];
        ListPage<LeadRow> page = query.Apply(
            rows,
            rows.Count,
            rows.Newest,
            row => query.Finds(row.Email) || query.Finds(row.FirstName) || query.Finds(row.LastName) || query.Finds(row.FullName),
            field => field switch
            {
                "email" => row => row.Email,
                "first_name" => row => row.FirstName,
                "last_name" => row => row.LastName,
                "status" => row => call.State.StateOf(row).Status.Value,
                "created_at" => row => row.CreatedAt,
                "updated_at" => row => call.State.StateOf(row).UpdatedAt,
                _ => null,
            });
        return ReachkitAnswer.Page(page, row => Json.Of(row, call.State.StateOf(row)));
    }

    private static FakeResponse Create(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        Fields fields = call.Fields();
        string? email = fields.Email("email");
        Optional<string?> firstName = fields.Clearable("first_name");
        Optional<string?> lastName = fields.Clearable("last_name");
        JsonElement? variables = LeadVariables.Read(fields);
        LeadIfExists ifExists = fields.OneOf<LeadIfExists>("if_exists").Or(null) ?? LeadIfExists.Fail;
        call.Check();

        LeadRow? old = call.State.FindLead(campaign, email!);
        if (old is null)
        {
            LeadRow lead = call.Module.Leads.Add(campaign, email!, firstName.Or(null), lastName.Or(null), variables);
            return ReachkitAnswer.Data(Show(call.State, lead), ReachkitJson.Default.Lead, 201);
        }

        if (ifExists == LeadIfExists.Fail) throw ReachkitError.AlreadyExists();
        LeadRow stored = ifExists == LeadIfExists.Update ? call.Module.Leads.Change(old, firstName, lastName, variables) : old;
        return ReachkitAnswer.Data(Show(call.State, stored), ReachkitJson.Default.Lead);
    }

    private static FakeResponse Get(ReachkitCall call) => ReachkitAnswer.Data(Show(call.State, Lead(call, call.Campaign())), ReachkitJson.Default.Lead);

    private static FakeResponse Delete(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        call.Module.Leads.Remove(campaign, Lead(call, campaign));
        return ReachkitAnswer.NoContent();
    }

    private static LeadRow Lead(ReachkitCall call, CampaignRow campaign)
        => call.State.Leads.Find(call.Path("lead_id")) is { } lead && lead.Campaign == campaign.Ordinal ? lead : throw ReachkitError.NotFound();

    private static Lead Show(ReachkitState state, LeadRow row) => Show(row, state.StateOf(row));

    private static Lead Show(LeadRow row, LeadStateRow current) => new()
    {
        Id = row.Id,
        Email = row.Email,
        FirstName = row.FirstName,
        LastName = row.LastName,
        Status = current.Status,
        IsBounced = current.IsBounced,
        IsUnsubscribed = current.IsUnsubscribed,
        Provider = current.Provider,
        Variables = LeadVariables.Show(row.Variables),
        CreatedAt = row.CreatedAt,
        UpdatedAt = current.UpdatedAt,
    };
}
