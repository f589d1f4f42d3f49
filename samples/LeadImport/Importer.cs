using Outreach.Sdk;
using Outreach.Sdk.Markus;
using Samples;

namespace LeadImport;

/// <summary>Imports a file slice by slice, and notes after each how far it came.</summary>
internal sealed class Importer(OutreachClient client, ImportArguments arguments, TextWriter output)
{
    /// <summary>How far the import is.</summary>
    public Checkpoint? Done { get; private set; }

    /// <summary>Rows of the slice at which the import stopped, of which nobody knows whether they were imported.</summary>
    public int Unknown { get; private set; }

    /// <summary>Of those, rows without an e-mail address, which come twice if they were.</summary>
    public int UnknownWithoutEmail { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using IDisposable turn = Checkpoint.Hold(arguments.Checkpoint);
        int total = await Leads.ReadAsync(arguments.File, cancellationToken).CountAsync(cancellationToken);
        Checkpoint? before = arguments.Restart ? null : Checkpoint.Load(arguments.Checkpoint, arguments.File, arguments.Target);
        ProblemFile problems = ProblemFile.Begin(arguments.Problems, before is not null);

        // A fake that lives in the process has forgotten the campaign.
        string campaign = arguments.Fake || before is null ? await FindOrCreateAsync(cancellationToken) : before.CampaignId;
        Done = before is null ? Checkpoint.Begin(arguments.File, arguments.Target, campaign) : before with { CampaignId = campaign };
        Done.Save(arguments.Checkpoint);
        if (Done.Rows > 0) output.WriteLine($"Going on after row {Done.Rows} of {total}. What was sent since that was noted is passed over as duplicate, by its e-mail address.");

        Queue<int> lines = [];
        Slices slices = new(new ProgressBar(total));
        await foreach (BulkImportRowResult row in client.Markus.Contacts.ImportAllAsync(RowsAsync(lines, Done.Rows, cancellationToken), campaign, progress: slices, firstRow: Done.Rows, cancellationToken: cancellationToken))
        {
            int line = lines.Dequeue();
            if (row.Status == ImportRowStatus.Unknown)
            {
                Unknown++;
                if (row.Email is null) UnknownWithoutEmail++;
                problems.Add(line, row);
                if (row.Index + 1 == slices.End) problems.Save();
                continue;
            }

            if (row.Status != ImportRowStatus.Created && row.Status != ImportRowStatus.Skipped) problems.Add(line, row);
            Count(row.Status);
            if (row.Index + 1 != slices.End) continue;
            problems.Save();
            Done.Save(arguments.Checkpoint);
        }

        slices.Bar.End();
        output.WriteLine($"{Done.Created} imported, {Done.Skipped} there already, {Done.Refused} refused{(Done.Refused == 0 ? "" : $" (see {problems.Path})")}.");
    }

    private void Count(ImportRowStatus status) => Done = Done! with
    {
        Rows = Done.Rows + 1,
        Created = Done.Created + (status == ImportRowStatus.Created ? 1 : 0),
        Skipped = Done.Skipped + (status == ImportRowStatus.Skipped ? 1 : 0),
        Refused = Done.Refused + (status == ImportRowStatus.Created || status == ImportRowStatus.Skipped ? 0 : 1),
    };

    private async IAsyncEnumerable<ImportContactRow> RowsAsync(Queue<int> lines, int done, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int row = 0;
        await foreach (Lead lead in Leads.ReadAsync(arguments.File, cancellationToken))
        {
            if (row++ >= done) lines.Enqueue(lead.Line);
            yield return lead.Row;
        }
    }

    private async Task<string> FindOrCreateAsync(CancellationToken cancellationToken)
    {
        await foreach (Campaign campaign in client.Markus.Campaigns.ListAllAsync(new() { Search = arguments.Campaign }, cancellationToken: cancellationToken))
            if (campaign.Name == arguments.Campaign) return campaign.Id;
        return (await client.Markus.Campaigns.CreateAsync(new() { Name = arguments.Campaign, ObjectiveType = ObjectiveType.Custom }, cancellationToken: cancellationToken)).Id;
    }

    /// <summary>Knows where the slice under way ends.</summary>
    private sealed class Slices(ProgressBar bar) : IProgress<ImportProgress>
    {
        public ProgressBar Bar => bar;

        public int End { get; private set; }

        public void Report(ImportProgress value)
        {
            End = value.Rows;
            bar.Report(value);
        }
    }
}
