using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace LeadSync;

/// <summary>Brings leads into a campaign of Markus and starts it. Doing it again does no harm, so that a caller may repeat it after an outage.</summary>
public sealed class LeadSyncService(OutreachClient outreach, LeadBook book)
{
    /// <summary>Brings the leads into the campaign of that name, which is made when there is none.</summary>
    public async Task<SyncReport> SyncAsync(string name, IEnumerable<Lead> leads, CancellationToken cancellationToken)
    {
        Campaign campaign = await FindAsync(name, cancellationToken) ?? await outreach.Markus.Campaigns.CreateAsync(
            new()
            {
                Name = name,
                ObjectiveType = ObjectiveType.Custom,
                Settings = new() { RequireApproval = false },
            },
            cancellationToken: cancellationToken);

        IAsyncEnumerable<ImportContactRow> rows = leads.Select(lead => new ImportContactRow { Email = lead.Email, Name = lead.Name, Company = lead.Company }).ToAsyncEnumerable();
        int added = 0, known = 0;
        Dictionary<string, string> refused = [];
        await foreach (BulkImportRowResult row in outreach.Markus.Contacts.ImportAllAsync(rows, campaign.Id, cancellationToken: cancellationToken))
        {
            if (row.Status == ImportRowStatus.Created) added++;
            else if (row.Status == ImportRowStatus.Skipped) known++;
            else refused[row.Email ?? $"row {row.Index + 1}"] = row.Error?.Message ?? $"{row.Status}";
            if (row.ContactId is not null) book.Add(row.ContactId, row.Email!);
        }

        if (campaign.Status == CampaignStatus.Draft && added + known > 0)
            await outreach.Markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active }, cancellationToken: cancellationToken);
        return new SyncReport(campaign.Id, added, known, refused);
    }

    private async Task<Campaign?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await foreach (Campaign campaign in outreach.Markus.Campaigns.ListAllAsync(new() { Search = name }, cancellationToken: cancellationToken))
            if (campaign.Name == name) return campaign;
        return null;
    }
}
