using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Problem document of a refused MPP credential (RFC 9457).</summary>
public sealed record PaymentProblem
{
    /// <summary>Problem type below https://paymentauth.org/problems/.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>Short title.</summary>
    public string Title { get => field ?? ""; init; }

    /// <summary>Always 402.</summary>
    public int Status { get; init; }

    /// <summary>Explanation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }
}
