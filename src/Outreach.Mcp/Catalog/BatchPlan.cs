using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>How an import that is longer than one call may carry is cut.</summary>
/// <param name="Member">The argument with the rows.</param>
/// <param name="Most">Rows of one call.</param>
internal sealed record BatchPlan(string Member, int Most)
{
    private static readonly BatchPlan Contacts = new("contacts", 500);

    /// <summary>The plan of an operation; null when it imports nothing.</summary>
    public static BatchPlan? Of(Operation operation) => operation.Name == "markus.contacts.bulkImport" ? Contacts : null;
}
