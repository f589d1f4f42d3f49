using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Discovery jobs: accepted by a caller, running after 2 seconds, ended after 10.</summary>
internal sealed class DiscoveryRules
{
    private const string StartJob = "markus.discoveryStart";
    private const string EndJob = "markus.discoveryEnd";
    private static readonly TimeSpan UntilStart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilEnd = TimeSpan.FromSeconds(10);
    private readonly MarkusState _state;

    public DiscoveryRules(MarkusState state)
    {
        _state = state;
        state.World.Jobs.Handle(StartJob, job => Start(job.Subject), job => $"discovery of {Query(job.Subject)}: begins to search", of: state.DiscoveryJobs);
        state.World.Jobs.Handle(EndJob, job => End(job.Subject), job => $"discovery of {Query(job.Subject)}: ends", of: state.DiscoveryJobs);
    }

    /// <summary>Accepts a job, which counts against the allowance.</summary>
    public DiscoveryJobRow Accept(DiscoveryJobRow job, CampaignRow? campaign)
    {
        _state.Allowances.UseSearch(job.AccountId, campaign);
        DiscoveryJobRow row = _state.DiscoveryJobs.Add(job);
        _state.World.Jobs.Schedule(_state.Now + UntilStart, StartJob, row.Id);
        _state.World.Jobs.Schedule(_state.Now + UntilEnd, EndJob, row.Id);
        return row;
    }

    /// <summary>A job as it stands on the wire.</summary>
    public static DiscoveryJob View(DiscoveryJobRow row) => new()
    {
        Id = row.Id,
        Type = row.Type,
        Status = row.Status,
        Query = row.Query,
        Sources = row.Sources,
        Location = row.Location,
        CampaignId = row.CampaignId,
        TargetProfileIds = row.TargetProfileIds,
        MaxResults = row.MaxResults,
        AutoImport = row.AutoImport,
        Progress = row.Progress,
        ResultsFound = row.Results.Count,
        ContactsCreated = row.ContactsCreated,
        DuplicatesSkipped = row.DuplicatesSkipped,
        QuotaSkipped = row.QuotaSkipped,
        Results = row.Results,
        Error = row.Error,
        CreatedAt = row.CreatedAt,
        StartedAt = row.StartedAt,
        CompletedAt = row.CompletedAt,
    };

    private string Query(string jobId) => _state.DiscoveryJobs.Find(jobId)?.Query ?? jobId;

    private void Start(string jobId)
        => _state.DiscoveryJobs.Update(_state.DiscoveryJobs.Find(jobId)! with { Status = DiscoveryJobStatus.Running, Progress = 50, StartedAt = _state.Now });

    private void End(string jobId)
    {
        DiscoveryJobRow job = _state.DiscoveryJobs.Find(jobId)!;
        if (job.Query.Contains("[fail]", StringComparison.Ordinal))
        {
            DiscoveryJobError error = new() { Code = "DISC_001", Message = "the search broke off" };
            Finish(job with { Status = DiscoveryJobStatus.Failed, Error = error, CompletedAt = _state.Now }, NotificationType.DiscoveryFailed, "Search failed", $"The search for {job.Query} failed.");
            return;
        }

        job = Import(job);
        Finish(
            job with { Status = DiscoveryJobStatus.Completed, Progress = 100, CompletedAt = _state.Now },
            NotificationType.DiscoveryCompleted,
            "Search completed",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The search for {job.Query} found {job.Results.Count} contacts, {job.ContactsCreated} of them new."));
    }

    private DiscoveryJobRow Import(DiscoveryJobRow job)
    {
        List<DiscoveredContact> results = [];
        int created = 0, duplicates = 0, overQuota = 0, drafts = 0;
        // A campaign that was deleted while the job ran takes no contacts any more.
        bool imports = job.AutoImport && (job.CampaignId is null || _state.FindCampaign(job.AccountId, job.CampaignId) is not null);
        foreach (DiscoveredContact found in InventedContacts.Of(job))
        {
            if (_state.ContactRules.WithEmail(job.AccountId, found.Email) is { } known)
            {
                duplicates++;
                results.Add(found with { Duplicate = true, ContactId = known.Id });
                continue;
            }

            if (!imports)
            {
                results.Add(found);
                continue;
            }

            if (_state.Allowances.ContactsLeft(_state.Accounts.Find(job.AccountId)!, _state.Campaigns.Find(job.CampaignId)) is 0)
            {
                overQuota++;
                results.Add(found);
                continue;
            }

            (ContactRow contact, bool drafted) = _state.ContactRules.Create(new ContactRow
            {
                AccountId = job.AccountId,
                CampaignId = job.CampaignId,
                Name = found.Name,
                Email = found.Email,
                Company = found.Name,
                Type = found.Type,
                Phone = found.Phone,
                Website = found.Website,
                Social = found.Social,
                Location = found.Location,
                Source = ContactSource.Discovery,
                RelevanceScore = found.RelevanceScore,
                CreatedAt = _state.Now,
                UpdatedAt = _state.Now,
            });
            created++;
            if (drafted) drafts++;
            results.Add(found with { ContactId = contact.Id });
        }

        if (job.CampaignId is { } campaignId) _state.Drafts.Announce(campaignId, drafts);
        return job with { Results = results, ContactsCreated = created, DuplicatesSkipped = duplicates, QuotaSkipped = overQuota };
    }

    private void Finish(DiscoveryJobRow job, NotificationType notice, string title, string text)
    {
        DiscoveryJobRow row = _state.DiscoveryJobs.Update(job);
        _state.Notices.Add(row.AccountId, notice, title, text, ResourceType.DiscoveryJob, row.Id);
        _state.Events.Fire(
            row.AccountId,
            row.Error is null ? WebhookEventType.DiscoveryCompleted : WebhookEventType.DiscoveryFailed,
            new DiscoveryEventData
            {
                Id = row.Id,
                Type = row.Type,
                Status = row.Status,
                Query = row.Query,
                CampaignId = row.CampaignId,
                ResultsFound = row.Results.Count,
                ContactsCreated = row.ContactsCreated,
                Error = row.Error,
                CreatedAt = row.CreatedAt,
                CompletedAt = row.CompletedAt,
            },
            MarkusJson.Default.DiscoveryEventData);
    }
}
