namespace Outreach.FakeServer.Mailmark;

/// <summary>An address of a domain.</summary>
internal sealed record MailboxRow : Row
{
    public required string UserId { get; init; }

    public required string DomainId { get; init; }

    public required string Address { get; init; }

    public required string FullAddress { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>What stands in From.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Sender => string.IsNullOrEmpty(DisplayName) ? FullAddress : $"{DisplayName} <{FullAddress}>";
}
