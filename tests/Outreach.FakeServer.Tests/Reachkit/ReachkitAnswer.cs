using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>An answer of the API as a test reads it.</summary>
internal sealed record ReachkitAnswer(int Status, JsonElement Body, HttpResponseMessage Response)
{
    public JsonElement Data => Body.GetProperty("data");

    public string? Error => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out JsonElement error) ? error.GetString() : null;

    public IReadOnlyList<string> Ids => [.. Data.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>The details as <c>field: message</c>, sorted.</summary>
    public IReadOnlyList<string> Details => Body.TryGetProperty("details", out JsonElement details)
        ? [.. details.EnumerateObject().SelectMany(member => member.Value.EnumerateArray().Select(message => $"{member.Name}: {message.GetString()}")).Order(StringComparer.Ordinal)]
        : [];

    public string Text(string member) => Data.GetProperty(member).ToString();

    public ReachkitAnswer ShouldBe(int status)
    {
        Status.Should().Be(status, "{0}", Body.ValueKind == JsonValueKind.Undefined ? "no body" : Body.GetRawText());
        return this;
    }

    public void ShouldFail(int status, string code, params string[] details)
    {
        ShouldBe(status);
        Error.Should().Be(code);
        Details.Should().Equal(details.Order(StringComparer.Ordinal));
    }
}
