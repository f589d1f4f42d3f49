namespace LeadImport;

/// <summary>The command line.</summary>
internal sealed record ImportArguments
{
    public const string Help = """
        LeadImport FILE (--fake | --live) [options]: imports the leads of a CSV file into a campaign of Markus.

          --fake             into the reference server in this process; nothing leaves this machine
          --live             into the account of the key in OUTREACH_KEY
          --url ADDRESS      with --live: another address than Markus' own, such as that of outreach-fake
                             (http://127.0.0.1:7070/markus/api/v1)
          --campaign NAME    the campaign; made as a draft when there is none of that name (default: the file's name)
          --checkpoint FILE  where it stands how far the import came (default: FILE.import.json);
                             one import at a time works on it
          --restart          begin anew, whatever the checkpoint says

        The file is UTF-8 with a header; known columns are email (needed), name, company, title, type, city, country.
        Stopped, killed or failed, the same command goes on where it was. Refused rows are listed in FILE.problems.csv,
        those of an import with a --checkpoint of its own beside that, in CHECKPOINT.problems.csv.
        Exit code: 0 when every row was dealt with, 1 when the import stopped before, 2 when the command is wrong.
        """;

    public string File { get; private init; } = "";

    public bool Fake { get; private init; }

    public Uri? Url { get; private init; }

    public string Campaign { get; private init; } = "";

    public string Checkpoint { get; private init; } = "";

    /// <summary>Where refused rows are listed: each checkpoint has a list of its own, since several imports may read one file.</summary>
    public string Problems { get; private init; } = "";

    public bool Restart { get; private init; }

    /// <summary>Where the leads go, in a word that a checkpoint can keep.</summary>
    public string Target => Fake ? "fake" : Url?.AbsoluteUri ?? "live";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">It is wrong.</exception>
    public static ImportArguments Parse(IReadOnlyList<string> args)
    {
        string? file = null, url = null, campaign = null, checkpoint = null;
        bool fake = false, live = false, restart = false;
        for (int i = 0; i < args.Count; i++)
        {
            string Value() => i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : throw new UsageException($"{args[i]} needs a value.");
            switch (args[i])
            {
                case "--fake": fake = true; break;
                case "--live": live = true; break;
                case "--restart": restart = true; break;
                case "--url": url = Value(); break;
                case "--campaign": campaign = Value(); break;
                case "--checkpoint": checkpoint = Value(); break;
                case var option when option.StartsWith('-'): throw new UsageException($"There is no option '{option}'.");
                case var word when file is null: file = word; break;
                case var word: throw new UsageException($"'{word}' is one file too many.");
            }
        }

        if (file is null) throw new UsageException("Which file?");
        if (fake == live) throw new UsageException("Say either --fake or --live.");
        if (url is not null && fake) throw new UsageException("--url goes with --live.");
        Uri? address = null;
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out address) && address.Scheme is "http" or "https")) throw new UsageException($"--url: '{url}' is no address of http or https.");
        if (campaign is not null && string.IsNullOrWhiteSpace(campaign)) throw new UsageException("--campaign: a name is not blank.");
        file = Path.GetFullPath(file);
        string usual = file + ".import.json";
        checkpoint = checkpoint is null ? usual : Path.GetFullPath(checkpoint);
        if (checkpoint == file) throw new UsageException("--checkpoint: that is the file with the leads.");
        return new ImportArguments
        {
            File = file,
            Fake = fake,
            Url = address,
            Campaign = campaign ?? Path.GetFileNameWithoutExtension(file),
            Checkpoint = checkpoint,
            Problems = (checkpoint == usual ? file : checkpoint) + ".problems.csv",
            Restart = restart,
        };
    }
}
