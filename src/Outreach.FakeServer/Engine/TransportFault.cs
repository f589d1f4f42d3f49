namespace Outreach.FakeServer;

/// <summary>What happens to the connection.</summary>
internal enum TransportFault
{
    /// <summary>No connection can be made.</summary>
    Refuse,

    /// <summary>The connection breaks before any byte of the answer.</summary>
    Drop,

    /// <summary>The connection breaks in the middle of the body.</summary>
    CutBody,
}
