using Outreach.Sdk;
using Outreach.Sdk.Markus;
using Samples;

namespace QuickStart;

/// <summary>Checks the key, makes a campaign with a target profile, and imports the leads of a file into it.</summary>
internal sealed class LeadImport(OutreachClient client)
{
    private const int Shown = 6;

    public async Task<ImportReport> RunAsync(string file)
    {
        AuthInfo me = await client.Markus.Auth.MeAsync();
        Console.WriteLine($"1. The key works: {me.KeyPrefix}…, scopes {string.Join(", ", me.Scopes)}.");

        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new()
        {
            Name = "Tidepool launch",
            ObjectiveType = ObjectiveType.ProductPromotion,
            Objective = "Book 10 product demos",
            Product = new() { Name = "Tidepool", Url = "https://tidepool.example/", Description = "Inventory forecasting for independent coffee roasters." },
            Settings = new() { RequireApproval = false, DailySendLimit = 150, Timezone = "Europe/Berlin" },
        });
        TargetProfile profile = await client.Markus.TargetProfiles.CreateAsync(campaign.Id, new() { Name = "Independent roasters", Industries = ["coffee"] });
        Console.WriteLine($"2. Campaign '{campaign.Name}' is a {campaign.Status}, aimed at '{profile.Name}'.");

        Console.WriteLine($"3. Importing {Path.GetFileName(file)}:");
        List<int> lines = [];
        List<BulkImportRowResult> refused = [];
        int created = 0, duplicates = 0;
        ProgressBar bar = new(File.ReadLines(file).Count() - 1);
        await foreach (BulkImportRowResult row in client.Markus.Contacts.ImportAllAsync(RowsAsync(file, lines), campaign.Id, progress: bar))
        {
            if (row.Status == ImportRowStatus.Created) created++;
            else if (row.Status == ImportRowStatus.Skipped) duplicates++;
            else refused.Add(row);
        }

        bar.End();
        Console.WriteLine($"   {refused.Count} rows were refused, for example:");
        foreach (BulkImportRowResult row in refused.Take(Shown))
            Console.WriteLine($"   line {lines[row.Index],4}: {row.Error?.Code} {row.Error?.Message} ({row.Email ?? "no e-mail"})");
        return new ImportReport(campaign.Id, created, duplicates, refused.Count);
    }

    private static async IAsyncEnumerable<ImportContactRow> RowsAsync(string file, List<int> lines)
    {
        await foreach (Lead lead in Leads.ReadAsync(file))
        {
            lines.Add(lead.Line);
            yield return lead.Row;
        }
    }
}
