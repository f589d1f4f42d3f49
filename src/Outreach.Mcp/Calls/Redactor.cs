namespace Outreach.Mcp;

/// <summary>Takes keys out of texts that are about to leave: the last of several precautions.</summary>
internal sealed class Redactor(IEnumerable<string> secrets)
{
    // As in the client: what is shorter is no secret, and its letters may stand in any text.
    private readonly string[] _secrets = [.. secrets.Where(secret => secret.Length >= 8).OrderByDescending(secret => secret.Length)];

    public string Clean(string text)
    {
        foreach (string secret in _secrets) text = text.Replace(secret, "***", StringComparison.Ordinal);
        return text;
    }
}
