using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>State of a post. CANCELLED comes from the operations pages, the others from the published status flow.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SocialPostStatus>))]
public readonly record struct SocialPostStatus(string? Value) : IOpenEnum<SocialPostStatus>
{
    /// <summary><c>DRAFT</c>.</summary>
    public static SocialPostStatus Draft { get; } = new("DRAFT");

    /// <summary><c>SCHEDULED</c>.</summary>
    public static SocialPostStatus Scheduled { get; } = new("SCHEDULED");

    /// <summary><c>PUBLISHING</c>.</summary>
    public static SocialPostStatus Publishing { get; } = new("PUBLISHING");

    /// <summary><c>PUBLISHED</c>.</summary>
    public static SocialPostStatus Published { get; } = new("PUBLISHED");

    /// <summary><c>FAILED</c>.</summary>
    public static SocialPostStatus Failed { get; } = new("FAILED");

    /// <summary><c>CANCELLED</c>.</summary>
    public static SocialPostStatus Cancelled { get; } = new("CANCELLED");

    /// <inheritdoc/>
    public static IReadOnlyList<SocialPostStatus> Known { get; } = [Draft, Scheduled, Publishing, Published, Failed, Cancelled];

    /// <inheritdoc/>
    public static SocialPostStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
