using System.Security.Cryptography;
using System.Text.Json;

namespace LeadImport;

/// <summary>How far an import came: everything before <see cref="Rows"/> is done.</summary>
internal sealed record Checkpoint
{
    private const int Compared = 64 * 1024;

    /// <summary>Where the leads go.</summary>
    public required string Target { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Hash of the file's beginning, by which another file is known.</summary>
    public required string Beginning { get; init; }

    /// <summary>The campaign's id.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Rows that are done.</summary>
    public int Rows { get; init; }

    /// <summary>Of them, those that were imported.</summary>
    public int Created { get; init; }

    /// <summary>Of them, those that were there already.</summary>
    public int Skipped { get; init; }

    /// <summary>Of them, those that were refused.</summary>
    public int Refused { get; init; }

    /// <summary>A checkpoint at the beginning of a file.</summary>
    public static Checkpoint Begin(string file, string target, string campaignId)
    {
        (long length, string beginning) = Look(file);
        return new Checkpoint { Target = target, Length = length, Beginning = beginning, CampaignId = campaignId };
    }

    /// <summary>
    /// Keeps a checkpoint to one process, until the result is disposed or the process ends. The lock is a file beside it that stays:
    /// a file that came and went could be locked by two.
    /// </summary>
    /// <exception cref="UsageException">Another process has it.</exception>
    public static IDisposable Hold(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            throw new UsageException($"Another import is at work on the checkpoint {path}; wait for its end, or give this one a --checkpoint of its own.");
        }
    }

    /// <summary>Reads a checkpoint; null when there is none.</summary>
    /// <exception cref="UsageException">It is damaged, or belongs to another file or target.</exception>
    public static Checkpoint? Load(string path, string file, string target)
    {
        if (!File.Exists(path)) return null;
        Checkpoint? read;
        try
        {
            read = JsonSerializer.Deserialize(File.ReadAllBytes(path), LeadImportJson.Default.Checkpoint);
        }
        catch (JsonException e)
        {
            throw new UsageException($"The checkpoint {path} is damaged at line {e.LineNumber + 1}; --restart begins anew.");
        }

        if (read is not { Rows: >= 0 }) throw new UsageException($"The checkpoint {path} is damaged; --restart begins anew.");
        if (read.Target != target) throw new UsageException($"The checkpoint {path} belongs to an import into {read.Target}, not {target}; --restart begins anew.");
        if ((read.Length, read.Beginning) != Look(file)) throw new UsageException($"{file} changed since the import began; --restart begins anew.");
        return read;
    }

    /// <summary>Writes the checkpoint, whole or not at all.</summary>
    public void Save(string path)
    {
        string draft = path + ".tmp";
        using (FileStream stream = File.Create(draft))
        {
            JsonSerializer.Serialize(stream, this, LeadImportJson.Default.Checkpoint);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static (long Length, string Beginning) Look(string file)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] beginning = new byte[(int)Math.Min(Compared, stream.Length)];
        stream.ReadExactly(beginning);
        return (stream.Length, Convert.ToHexStringLower(SHA256.HashData(beginning)));
    }
}
