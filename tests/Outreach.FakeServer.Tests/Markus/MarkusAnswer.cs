using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>An answer of the fake, read.</summary>
internal sealed record MarkusAnswer(int Status, string Text, HttpResponseMessage Message)
{
    public JsonNode Body => JsonNode.Parse(Text)!;

    public JsonNode Data => Body["data"] ?? throw new InvalidOperationException($"{Status}: {Text}");

    public JsonArray Items => Data.AsArray();

    public string? Code => (string?)Body["error"]?["code"];

    public string? Reason => (string?)Body["error"]?["message"];

    public string[] Fields => [.. (Body["error"]?["details"]?.AsArray() ?? []).Select(detail => (string)detail!["field"]!)];

    public string Id => (string)Data["id"]!;

    public string? Header(string name) => Message.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values)
        : Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
