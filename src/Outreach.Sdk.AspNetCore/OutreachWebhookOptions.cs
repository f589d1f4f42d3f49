using Microsoft.AspNetCore.Http;

namespace Outreach.Sdk.AspNetCore;

/// <summary>How an endpoint receives the webhooks of Markus.</summary>
public sealed class OutreachWebhookOptions
{
    /// <summary>
    /// The secrets in force, as Markus showed them (<c>whsec_…</c>); several while one takes the place of another. Read at each
    /// request, so what is added or removed at run time counts from the next request on. Without any, every request is refused.
    /// </summary>
    public ICollection<string> Secrets { get; } = new WebhookSecrets();

    /// <summary>
    /// Where further secrets come from, asked at each request: a vault, a configuration that reloads. Blank ones are passed over.
    /// When it throws, the request is answered 500 and nothing is handled.
    /// </summary>
    public Func<HttpContext, IEnumerable<string?>>? SecretSource { get; set; }

    /// <summary>Most bytes of a body that are read; a longer one is answered 413. Default 1 MiB.</summary>
    public int MaxBodySize
    {
        get;
        set => field = value > 0 && value < Array.MaxLength ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A body has at least one byte and fits into an array.");
    }
    = 1024 * 1024;

    /// <summary>
    /// How long a handled event's id is remembered in the <c>IDistributedCache</c>, when one is registered. No timestamp is
    /// signed, so a copied request is valid until its secret is revoked; a longer memory guards longer. Default 30 days.
    /// </summary>
    public TimeSpan RememberFor
    {
        get;
        set => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The time is positive.");
    }
    = TimeSpan.FromDays(30);

    /// <summary>The secrets in force for a request.</summary>
    internal IEnumerable<string> SecretsFor(HttpContext context)
    {
        IEnumerable<string?> all = SecretSource is null ? Secrets : Secrets.Concat(SecretSource(context));
        return all.OfType<string>().Where(static secret => !string.IsNullOrWhiteSpace(secret));
    }
}
