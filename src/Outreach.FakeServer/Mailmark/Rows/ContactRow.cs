namespace Outreach.FakeServer.Mailmark;

/// <summary>A correspondent of an account.</summary>
internal sealed record ContactRow : Row
{
    public required string UserId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }
}
