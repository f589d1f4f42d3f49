namespace Outreach.Sdk.Markus;

/// <summary>Confirmation that a resource was removed for good.</summary>
public sealed record DeletedResource
{
    /// <summary>Id of the removed resource.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Always true.</summary>
    public bool Deleted { get; init; }
}
