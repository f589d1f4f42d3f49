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

    // The bucket is chosen before anything is parsed: a document counts as a write when a mutation stands at its top level.
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
        for (int i = 0; i < document.Length; i++)
        {
            switch (document[i])
            {
                case '{' or '(': depth++; break;
                case '}' or ')': depth--; break;
                case '#':
                    int end = document.IndexOf('\n', i);
                    if (end < 0) return false;
                    i = end;
                    break;
                case '"':
                    for (i++; i < document.Length && document[i] is not ('"' or '\n'); i++)
                        if (document[i] == '\\') i++;
                    break;
                case 'm' when depth == 0 && document.AsSpan(i).StartsWith("mutation") && (i == 0 || !IsName(document[i - 1])) && (i + 8 == document.Length || !IsName(document[i + 8])):
                    return true;
            }
        }

        return false;
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
