using System.Runtime.CompilerServices;

namespace Outreach.Sdk.Reachkit;

public partial class LeadsClient
{
    // So many leads in a row without a clear answer mean that the service is not there.
    private const int UnclearInARow = 10;

    /// <summary>
    /// Adds any number of leads to a campaign, one request each and several at a time, reading the source as the result is read:
    /// nothing is sent before. A lead that exists already is treated as its <see cref="CreateLeadRequest.IfExists"/> says.
    /// </summary>
    /// <param name="campaignId">Campaign to add the leads to.</param>
    /// <param name="leads">The leads.</param>
    /// <param name="concurrency">Requests under way at a time, 1 to 64.</param>
    /// <param name="progress">Told after every lead.</param>
    /// <param name="firstLead">Position of the first lead to send, from 0: to resume, the one after the last lead whose outcome came.</param>
    /// <param name="options">What these calls do differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels between and within the calls; leads already sent stay added.</param>
    /// <returns>The outcome of every lead, in the order of the source.</returns>
    /// <exception cref="OutreachException">
    /// The key, the plan, the campaign or a rate limit stops the job, or ten leads in a row got no clear answer. Of the leads after
    /// the last outcome, at most <paramref name="concurrency"/> may have been added.
    /// </exception>
    public virtual async IAsyncEnumerable<AddLeadOutcome> AddAllAsync(string campaignId, IAsyncEnumerable<CreateLeadRequest> leads, int concurrency = 4, IProgress<AddLeadsProgress>? progress = null, int firstLead = 0, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(concurrency, 64);
        ArgumentOutOfRangeException.ThrowIfNegative(firstLead);
        RequestOptions bulk = BulkCall.Options(options);
        AddLeadsProgress done = new(firstLead, 0, 0, 0);
        int unclear = 0;
        Queue<Task<AddLeadOutcome>> underWay = new(concurrency);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        IAsyncEnumerator<CreateLeadRequest> source = leads.Skip(firstLead).GetAsyncEnumerator(cancellationToken);
        try
        {
            int next = firstLead;
            bool isOpen = true;
            while (isOpen || underWay.Count > 0)
            {
                while (isOpen && underWay.Count < concurrency)
                {
                    isOpen = await source.MoveNextAsync().ConfigureAwait(false);
                    if (isOpen) underWay.Enqueue(AddOneAsync(campaignId, source.Current, next++, bulk, stop.Token));
                }

                if (!underWay.TryDequeue(out Task<AddLeadOutcome>? first)) break;
                AddLeadOutcome outcome = await first.ConfigureAwait(false);
                done = outcome.Status switch
                {
                    AddLeadStatus.Added => done with { Leads = done.Leads + 1, Added = done.Added + 1 },
                    AddLeadStatus.Refused => done with { Leads = done.Leads + 1, Refused = done.Refused + 1 },
                    _ => done with { Leads = done.Leads + 1, Unknown = done.Unknown + 1 },
                };
                progress?.Report(done);
                yield return outcome;
                unclear = outcome.Status == AddLeadStatus.Unknown ? unclear + 1 : 0;
                if (unclear >= UnclearInARow) throw outcome.Error!;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (Task task in underWay) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<AddLeadOutcome> AddOneAsync(string campaignId, CreateLeadRequest lead, int index, RequestOptions options, CancellationToken cancellationToken)
    {
        try
        {
            Lead added = await CreateAsync(campaignId, lead, options, cancellationToken).ConfigureAwait(false);
            return new(index, lead.Email, AddLeadStatus.Added, added, null);
        }
        catch (OutreachException e) when (e is OutreachValidationException or OutreachConflictException)
        {
            return new(index, lead.Email, AddLeadStatus.Refused, null, e);
        }
        catch (OutreachException e) when (BulkCall.IsUnclear(e))
        {
            return new(index, lead.Email, AddLeadStatus.Unknown, null, e);
        }
    }
}
