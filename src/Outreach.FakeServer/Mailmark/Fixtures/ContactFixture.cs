namespace Outreach.FakeServer.Mailmark;

/// <summary>A contact of an account.</summary>
public sealed record ContactFixture
{
    /// <summary>The account; null for the first.</summary>
    public string? User { get; init; }

    /// <summary>Its address; kept in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}
