using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Contacts, import and contact usage.</summary>
internal static class ContactsEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("contacts.list", List);
        routes.Map("contacts.create", Create);
        routes.Map("contacts.get", Get);
        routes.Map("contacts.update", Update);
        routes.Map("contacts.delete", Delete);
        routes.Map("contacts.bulkImport", ContactImport.Import);
        routes.Map("contacts.usage", Usage);
        routes.Map("contacts.listConversations", ListConversations);
    }

    private static ContactRow Find(MarkusCall call) => call.State.FindContact(call.AccountId, call.Path("contact_id")) ?? throw new MarkusError("CONT_001");

    private static FakeResponse List(MarkusCall call)
    {
        PageRequest page = call.Page();
        ContactQuery query = new()
        {
            CampaignId = call.QueryId("campaign_id"),
            Status = call.QueryOneOf<ContactStatus>("status"),
            Type = call.QueryOneOf<ContactType>("type"),
            Source = call.QueryOneOf<ContactSource>("source"),
            Channel = call.QueryOneOf<Channel>("channel"),
            Tag = call.QueryText("tag", 50, trim: false),
            Search = call.QueryText("search", 200),
            IncludeDeleted = call.QueryFlag("include_deleted") ?? false,
            Sort = call.QueryOneOf<ContactSort>("sort") ?? ContactSort.CreatedAt,
            Descending = call.QueryOneOf<SortOrder>("order") != SortOrder.Asc,
        };
        return call.Ok(query.Page(call.State, call.Account, page), ContactViews.Json.Of);
    }

    private static FakeResponse Create(MarkusCall call)
    {
        MarkusBody body = call.Body();
        ContactFields fields = new(body);
        fields.CheckReachable("", fields.Email.Or(null), fields.Social.Or(null), body.Fields.Has("email") && !fields.Email.IsSet);
        body.Check();

        MarkusState state = call.State;
        CampaignRow? campaign = FindCampaign(call, fields.CampaignId.Or(null));
        if (state.ContactRules.WithEmail(call.AccountId, fields.Email.Or(null)) is not null) throw new MarkusError("CONT_002");
        if (state.Allowances.ContactsLeft(call.Account, campaign) == 0) throw new MarkusError("CONT_009");
        (ContactRow row, bool drafted) = state.ContactRules.Create(fields.ToRow(call.AccountId, campaign?.Id, ContactSource.Manual, call.Now));
        if (drafted) state.Drafts.Announce(row.CampaignId!, 1);
        return call.Ok(ContactViews.Contact(row), MarkusJson.Default.Contact, 201);
    }

    private static FakeResponse Get(MarkusCall call) => call.Ok(ContactViews.Contact(Find(call)), MarkusJson.Default.Contact);

    private static FakeResponse Update(MarkusCall call)
    {
        MarkusBody body = call.Body();
        ContactFields fields = new(body);
        Optional<ContactStatusInput?> status = body.Fields.OneOf<ContactStatusInput>("status");
        if (call.State.FindContact(call.AccountId, call.Path("contact_id")) is { } known)
            fields.CheckReachable("", fields.Email.Or(known.Email), fields.Social.Or(known.Social), body.Fields.Has("email") && !fields.Email.IsSet);
        body.RequireMember();
        body.Check();

        MarkusState state = call.State;
        ContactRow row = Find(call);
        CampaignRow? campaign = FindCampaign(call, fields.CampaignId.Or(null));
        if (fields.Email is { IsSet: true, Value: { } email } && state.ContactRules.WithEmail(call.AccountId, email) is { } other && other.Id != row.Id) throw new MarkusError("CONT_002");
        if (campaign is not null && campaign.Id != row.CampaignId && AllowanceRules.IsCredit(campaign) && state.Allowances.ContactsLeft(call.Account, campaign) == 0) throw new MarkusError("CONT_009");
        ContactRow changed = row with
        {
            CampaignId = fields.CampaignId.Or(row.CampaignId),
            Name = fields.Name.Or(row.Name),
            Email = fields.Email.Or(row.Email),
            Company = fields.Company.Or(row.Company),
            Title = fields.Title.Or(row.Title),
            Type = fields.Type.Or(row.Type)!.Value,
            Phone = fields.Phone.Or(row.Phone),
            Website = fields.Website.Or(row.Website),
            Social = fields.Social.Or(row.Social),
            Location = fields.Location.Or(row.Location),
            Tags = fields.Tags.Or(row.Tags)!,
            Notes = fields.Notes.Or(row.Notes),
            CustomFields = fields.CustomFields.Or(row.CustomFields),
            Status = status is { IsSet: true, Value: { } wanted } ? ContactStatus.From(wanted.Value!) : row.Status,
        };
        return call.Ok(ContactViews.Contact(state.ContactRules.Update(row, changed)), MarkusJson.Default.Contact);
    }

    private static FakeResponse Delete(MarkusCall call) => call.Ok(ContactViews.Contact(call.State.ContactRules.Delete(Find(call))), MarkusJson.Default.Contact);

    private static FakeResponse Usage(MarkusCall call)
    {
        AllowanceRules allowances = call.State.Allowances;
        AccountRow account = call.Account;
        PeriodUsage usage = allowances.Usage(account);
        int? limit = MarkusPlans.LimitsOf(account).Contacts;
        return call.Ok(
            new ContactUsage
            {
                PeriodStart = allowances.PeriodStart,
                PeriodEnd = allowances.PeriodEnd,
                ContactsUsed = usage.Contacts,
                ContactsLimit = limit,
                ContactsRemaining = AllowanceRules.Remaining(limit, usage.Contacts),
                ContactsTotal = account.ContactCount,
                BySource = new ContactSourceCounts { Manual = usage.FromManual, Import = usage.FromImport, Discovery = usage.FromDiscovery },
            },
            MarkusJson.Default.ContactUsage);
    }

    private static FakeResponse ListConversations(MarkusCall call)
    {
        PageRequest page = call.Page();
        ContactRow row = Find(call);
        ListPage<ConversationRow> result = ListPage<ConversationRow>.Sorted(
            page, call.State.ConversationsByContact[row.Id], static _ => true, conversation => conversation.LastMessageAt, Comparer<DateTimeOffset>.Default, descending: true);
        return call.Ok(result, conversation => ConversationViews.Conversation(call.State, conversation), MarkusJson.Default.Conversation);
    }

    private static CampaignRow? FindCampaign(MarkusCall call, string? id)
        => id is null ? null : call.State.FindCampaign(call.AccountId, id) ?? throw new MarkusError("CAMP_001");
}
