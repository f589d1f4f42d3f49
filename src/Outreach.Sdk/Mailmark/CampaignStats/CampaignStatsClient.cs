namespace Outreach.Sdk.Mailmark;

/// <summary>Counts and rates per sequence and per batch.</summary>
public class CampaignStatsClient
{
    private static readonly Operation Get = Operation.Get("mailmark.campaignStats.get", "v1/campaign-stats");

    private readonly ApiTransport _api = null!;

    internal CampaignStatsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected CampaignStatsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Get];

    /// <summary>
    /// Returns counts and rates of sequences and of batch sends of the key's domain, or of all domains for an org-wide key.
    /// </summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Requested kinds only: <c>type=sequence</c> omits <c>batches</c> and the other way round; an unknown <c>type</c> gives an
    /// empty object.
    /// </returns>
    /// <remarks>
    /// <c>sequenceId</c> narrows only the sequences and <c>batchId</c> only the batches; an unknown id gives an empty list. The
    /// path is published.
    /// </remarks>
    public virtual Task<CampaignStats> GetAsync(GetCampaignStatsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Get.At()), MailmarkJson.Default.CampaignStats, options, cancellationToken);
}
