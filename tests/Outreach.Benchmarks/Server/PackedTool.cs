using System.Diagnostics;
using System.IO.Compression;

namespace Outreach.Benchmarks.Server;

/// <summary>The tool as it is installed: packed from the sources, and taken out of its package.</summary>
internal sealed class PackedTool : IDisposable
{
    private readonly DirectoryInfo _folder;

    private PackedTool(DirectoryInfo folder) => _folder = folder;

    /// <summary>The assembly: compiled ahead where the package has it so for this machine, else IL.</summary>
    public string Assembly
        => Directory.GetFiles(_folder.FullName, "outreach-fake.dll", SearchOption.AllDirectories)
            .OrderBy(path => path.Contains($"{Path.DirectorySeparatorChar}any{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .First();

    public static async Task<PackedTool> PackAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("outreach-fake-");
        string project = Path.Combine(Sources(), "src", "Outreach.FakeServer.Tool");
        using Process pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", project, "-c", "Release", "-v", "q", "-o", folder.FullName]) { RedirectStandardOutput = true })!;
        string printed = await pack.StandardOutput.ReadToEndAsync();
        await pack.WaitForExitAsync();
        if (pack.ExitCode != 0) throw new InvalidOperationException($"The tool could not be packed:{Environment.NewLine}{printed}");
        await ZipFile.ExtractToDirectoryAsync(Directory.GetFiles(folder.FullName, "*.nupkg").Single(), folder.FullName);
        return new PackedTool(folder);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Sources()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outreach.Sdk.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks are not run from their sources.");
    }
}
