namespace Outreach.FakeServer.Reachkit;

/// <summary>Mail providers as esp_matching tells them apart.</summary>
internal enum ProviderKind
{
    /// <summary>Not detected yet.</summary>
    Unknown,

    /// <summary>Google.</summary>
    Google,

    /// <summary>Microsoft.</summary>
    Microsoft,

    /// <summary>All others.</summary>
    Other,
}
