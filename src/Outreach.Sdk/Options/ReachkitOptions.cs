namespace Outreach.Sdk;

/// <summary>How Reachkit is reached.</summary>
public sealed class ReachkitOptions : ApiOptions
{
    /// <summary>Where the key travels. Default <see cref="ReachkitKeyPlacement.Bearer"/>.</summary>
    public ReachkitKeyPlacement KeyPlacement { get; set; }

    internal override ApiProfile Profile => Reachkit.ReachkitProfile.Instance;

    internal override IEnumerable<string> Problems()
        => Enum.IsDefined(KeyPlacement) ? base.Problems() : base.Problems().Append("Reachkit.KeyPlacement is none of the known values.");
}
