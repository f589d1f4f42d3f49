using System.Text.Json.Serialization;

namespace Outreach.Benchmarks.Client;

/// <summary>A contact as somebody writes it who needs no more than this API.</summary>
public sealed record RawContact
{
    public string Id { get; init; } = "";
    public string? CampaignId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Company { get; init; }
    public string? Title { get; init; }
    public string? Type { get; init; }
    public string? Phone { get; init; }
    public string? Website { get; init; }
    public RawSocial? Social { get; init; }
    public RawLocation? Location { get; init; }
    public List<string>? Tags { get; init; }
    public string? Notes { get; init; }
    public Dictionary<string, string>? CustomFields { get; init; }
    public string? Status { get; init; }
    public string? Source { get; init; }
    public int? RelevanceScore { get; init; }
    public DateTimeOffset? LastContactedAt { get; init; }
    public DateTimeOffset? LastRepliedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}

public sealed record RawSocial
{
    public string? Instagram { get; init; }
    public string? Twitter { get; init; }
    public string? Linkedin { get; init; }
    public string? Facebook { get; init; }
}

public sealed record RawLocation
{
    public string? City { get; init; }
    public string? Region { get; init; }
    public string? Country { get; init; }
    public string? Address { get; init; }
}

public sealed record RawEnvelope<T>
{
    public bool Success { get; init; }
    public T? Data { get; init; }
}

public sealed record RawPage
{
    public bool Success { get; init; }
    public List<RawContact>? Data { get; init; }
    public RawFigures? Pagination { get; init; }
}

public sealed record RawFigures
{
    public int Page { get; init; }
    public int Limit { get; init; }
    public int Total { get; init; }
    public int TotalPages { get; init; }
    public bool HasMore { get; init; }
}

/// <summary>The body of the POST, the PATCH and of a row of the import.</summary>
public sealed record RawContactBody
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Company { get; init; }
    public string? Title { get; init; }
    public string? Notes { get; init; }
}

public sealed record RawImport
{
    public bool SkipDuplicates { get; init; }
    public RawContactBody[] Contacts { get; init; } = [];
}

public sealed record RawImportResult
{
    public int Total { get; init; }
    public int Created { get; init; }
    public int Skipped { get; init; }
    public int Failed { get; init; }
    public List<RawImportRow>? Results { get; init; }
}

public sealed record RawImportRow
{
    public int Index { get; init; }
    public string? Status { get; init; }
    public string? Email { get; init; }
    public string? ContactId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RawEnvelope<RawContact>))]
[JsonSerializable(typeof(RawEnvelope<RawImportResult>))]
[JsonSerializable(typeof(RawPage))]
[JsonSerializable(typeof(RawContactBody))]
[JsonSerializable(typeof(RawImport))]
internal sealed partial class RawJson : JsonSerializerContext;
