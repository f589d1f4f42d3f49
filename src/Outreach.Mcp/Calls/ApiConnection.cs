using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>The client's four APIs behind one method, and what Markus' key may do.</summary>
internal sealed class ApiConnection(OutreachClient client) : IDisposable
{
    private Task<IReadOnlyCollection<string>?>? _scopes;

    /// <summary>Sends an operation.</summary>
    public Task<JsonElement> SendAsync(Operation operation, JsonElement arguments, RequestOptions? options, CancellationToken cancellationToken) => operation.Api switch
    {
        "markus" => client.Markus.SendAsync(operation.Id, arguments, options, cancellationToken),
        "reachkit" => client.Reachkit.SendAsync(operation.Id, arguments, options, cancellationToken),
        "mailmark" => client.Mailmark.SendAsync(operation.Id, arguments, options, cancellationToken),
        _ => client.Crm.SendAsync(operation.Id, arguments, options, cancellationToken),
    };

    /// <summary>The scopes of Markus' key, asked once; null when the service did not say.</summary>
    public Task<IReadOnlyCollection<string>?> ScopesAsync() => _scopes ??= AskAsync();

    public void Dispose() => client.Dispose();

    private async Task<IReadOnlyCollection<string>?> AskAsync()
    {
        try
        {
            JsonElement answer = await client.Markus.SendAsync("auth.me", options: new RequestOptions { MaxRetries = 1, AttemptTimeout = TimeSpan.FromSeconds(10) }).ConfigureAwait(false);
            return answer.TryGetProperty("data", out JsonElement key) && key.TryGetProperty("scopes", out JsonElement scopes) && scopes.ValueKind == JsonValueKind.Array
                ? [.. scopes.EnumerateArray().Where(scope => scope.ValueKind == JsonValueKind.String).Select(scope => scope.GetString()!)]
                : null;
        }
        catch (OutreachException)
        {
            // Then every tool is shown, and the service itself refuses what the key may not do.
            return null;
        }
    }
}
