namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Stands for the handler of that name, whose package is not on the feed: repeats everything once.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage first = await base.SendAsync(request, cancellationToken);
        return first.IsSuccessStatusCode ? first : await base.SendAsync(request, cancellationToken);
    }
}
