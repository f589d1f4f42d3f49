namespace Outreach.Sdk;

/// <summary>How Markus is reached.</summary>
public sealed class MarkusOptions : ApiOptions
{
    internal override ApiProfile Profile => Markus.MarkusProfile.Instance;
}
