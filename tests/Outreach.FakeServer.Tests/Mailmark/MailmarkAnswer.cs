using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record MailmarkAnswer(int Status, string Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Error => Body.StartsWith('{') ? Json["error"]?.GetValue<string>() : null;

    public void ShouldBe(int status, string error)
    {
        Body.Should().Be($$"""{"error":{{System.Text.Json.Nodes.JsonValue.Create(error).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}}}""");
        Status.Should().Be(status);
    }
}
