namespace Outreach.Sdk;

/// <summary>What one call does differently from the client's options.</summary>
public sealed record RequestOptions
{
}
