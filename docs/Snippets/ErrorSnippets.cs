using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Docs.Snippets;

/// <summary>The snippets of <c>docs/errors-and-retries.md</c>.</summary>
public static class ErrorSnippets
{
    [Runs]
    public static async Task Catching(OutreachClient client, string campaignId)
    {
        try
        {
            await client.Markus.Contacts.CreateAsync(new() { Email = "dana@acme.example", CampaignId = campaignId });
        }
        catch (OutreachConflictException e) when (e.Code == MarkusErrorCodes.Cont002)
        {
            // Dana is known already.
        }
        catch (OutreachValidationException e)
        {
            foreach (FieldError field in e.Fields) Console.WriteLine($"{field.Field}: {field.Message}");
        }
        catch (OutreachRateLimitException e) when (e.RetryAfter is { } wait)
        {
            Console.WriteLine($"Again in {wait.TotalSeconds} s.");
        }
    }

    [Runs]
    public static async Task OneCall(OutreachClient client)
    {
        RequestOptions impatient = new() { MaxRetries = 0, AttemptTimeout = TimeSpan.FromSeconds(2), OnResponse = info => Console.WriteLine($"{info.Status} after {info.Attempts} attempt(s), {info.RateLimit?.Remaining} calls left") };
        Page<Campaign> page = await client.Markus.Campaigns.ListAsync(options: impatient);
    }

    [Runs]
    public static async Task Unknown(OutreachClient client, string email)
    {
        try
        {
            await client.Markus.Contacts.CreateAsync(new() { Email = email });
        }
        catch (OutreachConnectionException e) when (!e.WasNotSent)
        {
            Page<Contact> found = await client.Markus.Contacts.ListAsync(new() { Search = email });
            if (found.Total == 0) await client.Markus.Contacts.CreateAsync(new() { Email = email });
        }
    }

    [Runs]
    public static async Task Bulk(OutreachClient client, string campaignId, IAsyncEnumerable<ImportContactRow> rows, int done)
    {
        await foreach (BulkImportRowResult row in client.Markus.Contacts.ImportAllAsync(rows, campaignId, firstRow: done))
        {
            if (row.Status == ImportRowStatus.Failed) Console.WriteLine($"row {row.Index}: {row.Error?.Code}");
            if (row.Status == ImportRowStatus.Unknown) Console.WriteLine($"row {row.Index}: its call broke off");
        }
    }
}
