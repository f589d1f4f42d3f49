using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The import of up to 500 rows, each with its own outcome.</summary>
internal static class ContactImport
{
    private const int MostRows = 500;

    public static FakeResponse Import(MarkusCall call)
    {
        MarkusBody body = call.Body();
        Optional<string?> campaignId = ContactFields.ReadId(body.Fields, "campaign_id");
        bool skipDuplicates = body.Fields.Flag("skip_duplicates").Or(null) ?? true;
        Optional<IReadOnlyList<JsonElement>?> rows = body.Fields.List("contacts", static item => new Optional<JsonElement>(item.Element), required: true, min: 1, max: MostRows);
        body.Check();

        MarkusState state = call.State;
        CampaignRow? campaign = campaignId.Or(null) is { } id ? state.FindCampaign(call.AccountId, id) ?? throw new MarkusError("CAMP_001") : null;
        int? left = state.Allowances.ContactsLeft(call.Account, campaign);
        bool usedUpBefore = left == 0;
        List<BulkImportRowResult> results = new(rows.Value!.Count);
        int drafted = 0;
        foreach (JsonElement element in rows.Value!)
        {
            int index = results.Count;
            (ContactFields? fields, RowError? error) = Read(element);
            string? email = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("email", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            if (fields is null)
            {
                results.Add(new BulkImportRowResult { Index = index, Status = ImportRowStatus.Failed, Email = email, Error = error });
            }
            else if (state.ContactRules.WithEmail(call.AccountId, fields.Email.Or(null)) is { } existing)
            {
                results.Add(new BulkImportRowResult
                {
                    Index = index,
                    Status = skipDuplicates ? ImportRowStatus.Skipped : ImportRowStatus.Failed,
                    Email = email,
                    ContactId = skipDuplicates ? existing.Id : null,
                    Error = Error("CONT_002"),
                });
            }
            else if (left == 0)
            {
                if (usedUpBefore) throw new MarkusError("CONT_009");
                results.Add(new BulkImportRowResult { Index = index, Status = ImportRowStatus.Failed, Email = email, Error = Error("CONT_009") });
            }
            else
            {
                left--;
                (ContactRow row, bool waits) = state.ContactRules.Create(fields.ToRow(call.AccountId, campaign?.Id, ContactSource.Import, call.Now));
                if (waits) drafted++;
                results.Add(new BulkImportRowResult { Index = index, Status = ImportRowStatus.Created, Email = email, ContactId = row.Id });
            }
        }

        if (campaign is not null) state.Drafts.Announce(campaign.Id, drafted);
        return call.Ok(
            new BulkImportResult
            {
                Total = results.Count,
                Created = results.Count(result => result.Status == ImportRowStatus.Created),
                Skipped = results.Count(result => result.Status == ImportRowStatus.Skipped),
                Failed = results.Count(result => result.Status == ImportRowStatus.Failed),
                Results = results,
            },
            MarkusJson.Default.BulkImportResult);
    }

    // The rules of a single contact apply to a row; what breaks them fails the row and not the request.
    private static (ContactFields? Fields, RowError? Error) Read(JsonElement element)
    {
        MarkusBody row;
        try
        {
            row = new MarkusBody(element);
            ContactFields fields = new(row, row.Fields, campaign: false);
            fields.CheckReachable("", fields.Email.Or(null), fields.Social.Or(null), row.Fields.Has("email") && !fields.Email.IsSet);
            row.Check();
            return (fields, null);
        }
        catch (MarkusError error)
        {
            (string field, string message) = error.Details[0];
            return (null, error.Code == "SERVER_002" ? new RowError { Code = error.Code, Message = $"{error.Message}: {(field.Length == 0 ? "the row" : field)} {message}" } : Error(error.Code));
        }
    }

    private static RowError Error(string code) => new() { Code = code, Message = MarkusErrorCatalog.Entries[code].Message };
}
