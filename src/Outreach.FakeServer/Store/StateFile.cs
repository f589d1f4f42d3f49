using System.Security.Cryptography;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// The worlds of a port in one file of versioned JSON. The file is replaced as a whole or not at all, and belongs to one process
/// at a time. A digest at its end tells of a change by hand; whoever means it takes the member <c>digest</c> out.
/// </summary>
internal sealed class StateFile : IDisposable
{
    /// <summary>The version of the form that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private const string Format = "outreach-fake state";
    private static readonly byte[] DigestMember = ",\"digest\":"u8.ToArray();

    private static readonly string[] Members = ["format", "version", "worlds", "digest"];
    private static readonly string[] WorldMembers = ["name", "options", "parts"];

    private readonly FileStream _lock;
    private readonly Lock _saving = new();
    private byte[]? _bytes;
    private JsonDocument? _document;

    private StateFile(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The options of the default world as the file has them; null for a new file.</summary>
    public FakeOptions? Options { get; private set; }

    /// <summary>The seed of the default world as the file has it; null for a new file.</summary>
    public ulong? Seed => Options?.Seed;

    /// <summary>Takes the file for this process and reads it, if it is there.</summary>
    /// <exception cref="StateFileException">Another process has it, or it cannot be used.</exception>
    public static StateFile Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path)) throw new StateFileException(path, "is a directory.");
        StateFile file = new(path, Lock(path));
        try
        {
            file.Read();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Puts the worlds of the file in place of new ones; all of them, or an exception.</summary>
    public void LoadInto(FakeWorlds worlds)
    {
        if (_document is null) return;
        foreach (JsonElement world in Worlds(_document))
        {
            string name = Name(world);
            if (name == FakeWorlds.DefaultName) Load(worlds.Default.Fake, world);
            else Load(Add(worlds, world, name).Fake, world);
        }

        _document.Dispose();
        _document = null;
        _bytes = null;
    }

    /// <summary>Writes the worlds beside the file, and puts that in the file's place.</summary>
    public void Save(FakeWorlds worlds)
    {
        string next = Path + ".new";
        lock (_saving)
        {
            try
            {
                using (FileStream stream = new(next, FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    Write(stream, worlds.All);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(next, Path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                DeleteIfThere(next);
                throw new StateFileException(Path, $"cannot be written: {e.Message}", e);
            }
        }
    }

    /// <summary>Writes worlds in the form of the file.</summary>
    public static void Write(Stream stream, IReadOnlyList<FakeWorld> worlds)
    {
        using HashingStream hashing = new(stream);
        using (Utf8JsonWriter writer = new(hashing, JsonBody.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            writer.WriteStartArray("worlds");
            foreach (FakeWorld world in worlds) WriteWorld(writer, world.Name, world.Fake.World);
            writer.WriteEndArray();
            writer.Flush();
            writer.WriteString("digest", "sha256:" + hashing.Digest());
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes one world.</summary>
    public static void WriteWorld(Utf8JsonWriter writer, string name, World world)
    {
        lock (world.Gate)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteStartObject("options");
            writer.WriteNumber("seed", world.Options.Seed);
            writer.WriteBoolean("rateLimits", world.Options.RateLimits);
            writer.WriteBoolean("acceptAnyKey", world.Options.AcceptAnyKey);
            writer.WriteBoolean("mailmarkSourceQuirks", world.Options.MailmarkSourceQuirks);
            writer.WriteEndObject();
            writer.WriteStartObject("parts");
            foreach (IStatePart part in world.Parts)
            {
                writer.WritePropertyName(part.Name);
                part.Write(writer);
                if (writer.BytesPending > 1 << 16) writer.Flush();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>Reads the parts of one world.</summary>
    /// <exception cref="FormatException">A part is missing, unknown or cannot be read; the message names it.</exception>
    public static void ReadParts(World world, JsonElement parts)
    {
        if (parts.ValueKind != JsonValueKind.Object) throw new FormatException("parts: is no object");
        Dictionary<string, IStatePart> known = world.Parts.ToDictionary(part => part.Name, StringComparer.Ordinal);
        HashSet<string> given = new(StringComparer.Ordinal);
        foreach (JsonProperty member in parts.EnumerateObject())
        {
            if (!known.ContainsKey(member.Name)) throw new FormatException($"part '{member.Name}' is unknown");
            if (!given.Add(member.Name)) throw new FormatException($"part '{member.Name}' is there twice");
        }

        lock (world.Gate)
        {
            // A row that leads to nothing is the better thing to name than the order of its table.
            foreach (IStatePart part in world.Parts.Where(part => part is not RowOrders)) ReadPart(part, parts);
            foreach (Reference reference in world.References)
                if (reference.Broken() is { } problem) throw new FormatException($"part '{reference.Part}' cannot be read: {problem}");
            foreach (IStatePart part in world.Parts.OfType<RowOrders>()) ReadPart(part, parts);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document?.Dispose();
        _lock.Dispose();
    }

    private static void ReadPart(IStatePart part, JsonElement parts)
    {
        if (!parts.TryGetProperty(part.Name, out JsonElement value))
        {
            if (part.MayBeMissing) return;
            throw new FormatException($"part '{part.Name}' is missing");
        }

        try
        {
            part.Read(value);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or NullReferenceException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            throw new FormatException($"part '{part.Name}' cannot be read: {FirstLine(e.Message)}", e);
        }
    }

    // What is wrong with the file is more to the point than what is wrong with its remains.
    private static void DeleteIfThere(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new StateFileException(path, "its directory is not there.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StateFileException(path, "its directory cannot be written to.", e);
        }
        catch (IOException e) when (IsTaken(e))
        {
            throw new StateFileException(path, "another outreach-fake uses it.", e);
        }
        catch (IOException e)
        {
            throw new StateFileException(path, "its directory cannot be written to.", e);
        }
    }

    // Windows' sharing violation; what flock says on Linux and on macOS.
    private static bool IsTaken(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    private void Read()
    {
        if (!File.Exists(Path)) return;
        try
        {
            _bytes = File.ReadAllBytes(Path);
            _document = StrictJson.Parse(_bytes);
            Check(_document.RootElement);
        }
        catch (BadDocumentException e)
        {
            throw new StateFileException(Path, e.Message, e);
        }
        catch (InvalidOperationException e)
        {
            throw new StateFileException(Path, StrictJson.HalfCharacter, e);
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not StateFileException)
        {
            throw new StateFileException(Path, $"cannot be read: {FirstLine(e.Message)}", e);
        }
    }

    private void Check(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format) || format.ValueKind != JsonValueKind.String || format.GetString() != Format)
            throw new StateFileException(Path, $"is no state of outreach-fake: it lacks \"format\": \"{Format}\".");
        if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt64(out long number))
            throw new StateFileException(Path, "its version is no whole number.");
        if (number != Version) throw new StateFileException(Path, $"is of version {number}, this outreach-fake reads version {Version}{(number > Version ? "; use a newer one" : "")}.");
        CheckDigest(root);
        if (Unknown(root, Members) is { } member) throw new StateFileException(Path, $"'{member}' is unknown.");
        if (!root.TryGetProperty("worlds", out JsonElement worlds) || worlds.ValueKind != JsonValueKind.Array) throw new StateFileException(Path, "it has no list of worlds.");
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonElement world in worlds.EnumerateArray())
        {
            string name = Name(world);
            if (!names.Add(name)) throw new StateFileException(Path, $"has two worlds '{name}'.");
            if (Unknown(world, WorldMembers) is { } unknown) throw new StateFileException(Path, $"world '{name}', '{unknown}' is unknown.");
            if (name == FakeWorlds.DefaultName) Options = OptionsOf(world, new FakeOptions());
        }

        if (Seed is null) throw new StateFileException(Path, $"has no world '{FakeWorlds.DefaultName}'.");
    }

    private void CheckDigest(JsonElement root)
    {
        if (!root.TryGetProperty("digest", out JsonElement digest)) return;
        int at = _bytes.AsSpan().LastIndexOf(DigestMember);
        string actual = at < 0 ? "" : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(_bytes.AsSpan(0, at)));
        if (digest.ValueKind != JsonValueKind.String || digest.GetString() != actual)
            throw new StateFileException(Path, "was changed after it was written (its digest does not fit); if that was meant, take the member 'digest' out.");
    }

    private FakeWorld Add(FakeWorlds worlds, JsonElement world, string name)
    {
        try
        {
            return worlds.Add(new OutreachFake(OptionsOf(world, worlds.Default.Fake.Options)), name);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new StateFileException(Path, $"world '{name}' cannot be added: {FirstLine(e.Message).Split(" (Parameter", 2)[0]}", e);
        }
    }

    private void Load(OutreachFake fake, JsonElement world)
    {
        try
        {
            ReadParts(fake.World, Member(world, "parts"));
        }
        catch (FormatException e)
        {
            throw new StateFileException(Path, $"world '{Name(world)}', {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new StateFileException(Path, $"world '{Name(world)}', {StrictJson.HalfCharacter}", e);
        }
    }

    private FakeOptions OptionsOf(JsonElement world, FakeOptions others)
    {
        try
        {
            StrictObject options = new(Member(world, "options"), "options");
            FakeOptions read = others with
            {
                Seed = options.Any("seed") is { ValueKind: JsonValueKind.Number } seed && seed.TryGetUInt64(out ulong number) ? number : throw options.Bad("seed", "is missing or no whole number from 0 up"),
                RateLimits = Flag("rateLimits"),
                AcceptAnyKey = Flag("acceptAnyKey"),
                MailmarkSourceQuirks = Flag("mailmarkSourceQuirks"),
            };
            options.End();
            return read;

            bool Flag(string name) => options.Flag(name) ?? throw options.Bad(name, "is missing");
        }
        catch (FormatException e)
        {
            throw new StateFileException(Path, $"world '{Name(world)}', {e.Message}", e);
        }
    }

    private string Name(JsonElement world)
        => Member(world, "name") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : throw new StateFileException(Path, "the name of a world is no text.");

    private JsonElement Member(JsonElement world, string name)
        => world.ValueKind == JsonValueKind.Object && world.TryGetProperty(name, out JsonElement value) ? value : throw new StateFileException(Path, $"a world lacks '{name}'.");

    private static string? Unknown(JsonElement element, string[] known)
        => element.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)).Select(member => member.Name).FirstOrDefault();

    private static JsonElement.ArrayEnumerator Worlds(JsonDocument document) => document.RootElement.GetProperty("worlds").EnumerateArray();

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];

    // Passes everything on, and keeps the digest of what has passed.
    private sealed class HashingStream(Stream inner) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public string Digest() => Convert.ToHexStringLower(_hash.GetCurrentHash());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) _hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
