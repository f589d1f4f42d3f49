using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>An answer of the API as a test reads it.</summary>
internal sealed record CrmAnswer(int Status, JsonElement Body, HttpResponseMessage Response)
{
    public JsonElement Data => Body.GetProperty("data");

    public JsonElement Meta => Body.GetProperty("meta");

    public string? Code => Error("code");

    public string? Message => Error("message");

    public IReadOnlyList<string> Ids => [.. Data.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>A member as text; null for a JSON null.</summary>
    public string? Of(string member) => Body.GetProperty(member) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    public string Text(string member) => Of(member)!;

    public int Number(string member) => Body.GetProperty(member).GetInt32();

    public string? Header(string name) => Response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;

    public CrmAnswer ShouldBe(int status)
    {
        Status.Should().Be(status, "{0}", Body.ValueKind == JsonValueKind.Undefined ? "no body" : Body.GetRawText());
        return this;
    }

    public CrmAnswer ShouldFail(int status, string code, string? message = null)
    {
        ShouldBe(status);
        Code.Should().Be(code);
        if (message is not null) Message.Should().Be(message);
        Error("requestId").Should().MatchRegex("^req_[a-z0-9]{6,}$");
        return this;
    }

    private string? Error(string member) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out JsonElement error) ? error.GetProperty(member).GetString() : null;
}
