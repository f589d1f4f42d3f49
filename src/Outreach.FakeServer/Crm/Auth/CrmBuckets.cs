using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer.Crm;

/// <summary>The five rate buckets, and which one a call counts in.</summary>
internal static class CrmBuckets
{
    private static readonly Bucket Read = new("read", 1000, 60);
    private static readonly Bucket Write = new("write", 100, 60);
    private static readonly Bucket CampaignExecution = new("campaign-execution", 10, 60);
    private static readonly Bucket SocialPublishing = new("social-publishing", 30, 60);
    private static readonly Bucket Bulk = new("bulk", 10, 60);

    /// <summary>The bucket of a call; one to an unknown path counts by its method.</summary>
    public static Bucket Of(Operation? operation, FakeRequest request) => operation is null
        ? request.Method == "GET" ? Read : Write
        : operation.Id == "graphql.execute" ? HasMutation(request.Body) ? Write : Read
        : operation.Buckets[0] switch
        {
            "read" => Read,
            "campaign-execution" => CampaignExecution,
            "social-publishing" => SocialPublishing,
            "bulk" => Bulk,
            _ => Write,
        };

    // The bucket is chosen before anything is parsed: a document counts as a write when one of its definitions begins with that word.
    private static bool HasMutation(ReadOnlyMemory<byte> body)
    {
        try
        {
            Utf8JsonReader reader = new(body.Span, new JsonReaderOptions { MaxDepth = CrmBody.MaxDepth });
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("query"u8)) continue;
                return reader.Read() && reader.TokenType == JsonTokenType.String && IsMutation(reader.GetString()!);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }

        return false;
    }

    private static bool IsMutation(string document)
    {
        int depth = 0;
        bool begins = true;
        for (int i = 0; i < document.Length; i++)
        {
            switch (document[i])
            {
                case '{' or '(' or '[':
                    depth++;
                    begins = false;
                    break;
                case '}' or ')' or ']':
                    depth--;
                    begins = depth == 0 && document[i] == '}';
                    break;
                case '#':
                    int line = document.AsSpan(i).IndexOfAny('\n', '\r');
                    if (line < 0) return false;
                    i += line;
                    break;
                case '"' when At(document, i, "\"\"\""):
                    for (i += 3; i < document.Length && !At(document, i, "\"\"\""); i++)
                        if (At(document, i, "\\\"\"\"")) i += 3;
                    i += 2;
                    break;
                case '"':
                    for (i++; i < document.Length && document[i] is not ('"' or '\n'); i++)
                        if (document[i] == '\\') i++;
                    break;
                default:
                    int end = i;
                    while (end < document.Length && IsName(document[end])) end++;
                    if (end == i) break;
                    if (begins && document.AsSpan(i, end - i) is "mutation") return true;
                    begins = false;
                    i = end - 1;
                    break;
            }
        }

        return false;
    }

    private static bool At(string document, int place, string text) => document.AsSpan(place).StartsWith(text, StringComparison.Ordinal);

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
