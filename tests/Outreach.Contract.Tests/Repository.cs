namespace Outreach.Contract.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outreach.Sdk.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
    }
}
