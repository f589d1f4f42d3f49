namespace Outreach.FakeServer;

/// <summary>
/// That a member of a part of the state leads to a row which must be there. Declared once, as data; held up to a state file
/// when one is read, never to a call. A reference that may outlive its row is not declared.
/// </summary>
/// <param name="part">The part that has the member.</param>
/// <param name="member">The member as it stands in a state file.</param>
/// <param name="broken">Finds the first place that leads to nothing, and says why; null when there is none.</param>
internal sealed class Reference(string part, string member, Func<string?> broken)
{
    /// <summary>The part that has the member.</summary>
    public string Part => part;

    /// <summary>The member as it stands in a state file.</summary>
    public string Member => member;

    /// <summary>The first place that leads to nothing, and why; null when there is none.</summary>
    public string? Broken() => broken();
}
