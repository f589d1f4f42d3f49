using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>What an error body says.</summary>
internal readonly record struct ErrorBody
{
    public ErrorCode Code { get; init; }

    public string? Text { get; init; }

    public string? RequestId { get; init; }

    public JsonElement? Details { get; init; }

    public IReadOnlyList<FieldError>? Fields { get; init; }
}
