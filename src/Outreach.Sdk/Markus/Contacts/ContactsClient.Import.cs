using System.Runtime.CompilerServices;

namespace Outreach.Sdk.Markus;

public partial class ContactsClient
{
    private const int ImportSlice = 500;

    /// <summary>
    /// Imports any number of contacts in slices of the 500 that one <see cref="BulkImportAsync"/> takes, reading the source as
    /// the result is read: nothing is sent before. It paces itself by the documented rate limits. Needs scope
    /// <c>contacts:write</c>.
    /// </summary>
    /// <param name="contacts">The rows.</param>
    /// <param name="campaignId">Campaign to add all rows to; null for none.</param>
    /// <param name="skipDuplicates">True: a row whose e-mail exists is skipped. False: it is reported as failed.</param>
    /// <param name="progress">Told after every slice.</param>
    /// <param name="firstRow">Position of the first row to send, from 0: to resume, the one after the last row whose outcome came.</param>
    /// <param name="options">What these calls do differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels between and within the calls; slices already sent stay imported.</param>
    /// <returns>The outcome of every row, in the order of the source; <see cref="BulkImportRowResult.Index"/> counts over the whole source.</returns>
    /// <exception cref="OutreachException">
    /// A slice failed. Where it is unclear whether it was imported, its rows came before as
    /// <see cref="ImportRowStatus.Unknown"/>; otherwise none of its rows was imported. It is never sent twice.
    /// </exception>
    public virtual async IAsyncEnumerable<BulkImportRowResult> ImportAllAsync(IAsyncEnumerable<ImportContactRow> contacts, string? campaignId = null, bool skipDuplicates = true, IProgress<ImportProgress>? progress = null, int firstRow = 0, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        RequestOptions bulk = BulkCall.Options(options);
        ImportProgress done = new() { Rows = firstRow };
        await foreach (ImportContactRow[] slice in contacts.Skip(firstRow).Chunk(ImportSlice).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            BulkImportContactsRequest request = new() { CampaignId = campaignId, SkipDuplicates = skipDuplicates, Contacts = slice };
            BulkImportResult? result = null;
            OutreachException? failure = null;
            try
            {
                result = await BulkImportAsync(request, bulk, cancellationToken).ConfigureAwait(false);
            }
            catch (OutreachException e) when (IsUnclearImport(e))
            {
                failure = e;
            }

            int offset = done.Rows;
            done = new()
            {
                Rows = offset + slice.Length,
                Created = done.Created + (result?.Created ?? 0),
                Skipped = done.Skipped + (result?.Skipped ?? 0),
                Failed = done.Failed + (result?.Failed ?? 0),
                Unknown = done.Unknown + (failure is null ? 0 : slice.Length),
            };
            progress?.Report(done);
            if (failure is not null)
            {
                for (int i = 0; i < slice.Length; i++)
                    yield return new() { Index = offset + i, Status = ImportRowStatus.Unknown, Email = slice[i].Email };
                throw failure;
            }

            foreach (BulkImportRowResult row in result!.Results) yield return row with { Index = offset + row.Index };
        }
    }

    // CONT_007 says that nothing was stored.
    private static bool IsUnclearImport(OutreachException error)
        => error is not OutreachApiException { Code.Value: MarkusErrorCodes.Cont007 } && BulkCall.IsUnclear(error);
}
