namespace Outreach.FakeServer;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    private const string General = """
        outreach-fake: the outreach APIs Markus, Reachkit, Mailmark and Crm in memory, for tests in any language.

        Usage
          outreach-fake [serve] [options]   serve the four APIs on a port until Ctrl-C or SIGTERM (the default)
          outreach-fake advance HOW-FAR     move the clock of a fake that serves
          outreach-fake snapshot …          take, restore and list snapshots of it, write its state file
          outreach-fake journal …           show the requests that it served
          outreach-fake replay FILE         do a recorded run again and compare the answers, byte by byte
          outreach-fake fidelity            list what of the fake is inferred and not published
          outreach-fake help COMMAND        more about one command
          outreach-fake --version

        The first steps
          outreach-fake --port 7070 --accept-any-key &
          curl http://127.0.0.1:7070/markus/api/v1/campaigns -H 'Authorization: Bearer mk_live_0123456789abcdef0123456789abcdef'
          outreach-fake advance 3d
          outreach-fake journal

        """;

    private const string Serve = """
        outreach-fake serve: serve the four APIs on a port until Ctrl-C or SIGTERM.

          --port N             port to listen on; 0 picks a free one (default 7070)
          --listen IP          address to listen on (default 127.0.0.1); any other needs an admin token
          --admin-token T      token that the control API then asks for (or OUTREACH_FAKE_ADMIN_TOKEN)
          --accept-any-key     any key of a plausible form opens an account of its own, with full access
          --no-rate-limits     enforce no rate limits
          --seed N             where ids and random draws come from (default 1): same seed, same calls, same bytes
          --start TIME         the time at which the world starts, or now (default 2026-03-02T09:00:00Z)
          --speed X            virtual seconds per real second (default 1); 0: time stands still until advanced
          --state FILE         the worlds between runs: read at the start, written at the end, whole or not at all.
                               Seed, any key, rate limits and quirks are as the file has them, unless said here
          --fixtures FILE      a document of things to begin with; not read when --state brings the worlds back
          --webhook-host HOST  a host beside this machine that webhooks may go to, * for any text; may be repeated.
                               Webhooks to other hosts are captured and count as answered 200
          --fail-on WHAT       let the run fail on this: unmatchedRequest, contractViolation, unobservedWebhookFailure;
                               several with commas between them. Dropping a world that has such failures answers 409;
                               those left at the end are printed, and the exit code is 1
          --max-worlds N       most worlds at once (default 1000)
          --world-idle SECONDS real seconds without a request after which a world is dropped (default 3600)
          --mailmark-source-quirks
                               let Mailmark behave as its public source does where that differs from its documents
          --mailmark-links URL where the links in Mailmark's mail lead (default the live host); the fake's own address
                               lets a browser follow them

        It prints one line, "Outreach fake listening on http://127.0.0.1:PORT", once it serves:
          /markus/api/v1/…  /reachkit/api/v1/…  /mailmark/v1/…  /crm/api/v1/…
                                       the four APIs; also without the first part, where path or key tell them apart
          /_fake/v1/ready              200
          /_fake/v1/keys               a key for each API
          /_fake/v1/openapi.json       the control API: worlds, clock, fixtures, keys, faults, journal, failures, outbox,
                                       recipients, webhooks, limits, snapshots, events, fidelity
        """;

    private const string Remote = """

          --url URL            the fake (default http://127.0.0.1:7070, or OUTREACH_FAKE_URL)
          --world NAME         one of its worlds (default: the default world)
          --admin-token T      its admin token, if it has one (or OUTREACH_FAKE_ADMIN_TOKEN)
        """;

    private const string Advance = """
        outreach-fake advance HOW-FAR: move the clock of a fake that serves; everything that falls due on the way happens,
        webhooks are delivered, and the new time is printed.

          HOW-FAR              a span (500ms, 90s, 30m, 3h, 3d), a time (2026-03-05T09:00:00Z), or next: the next thing due
        """;

    private const string Snapshot = """
        outreach-fake snapshot [take [NAME] | restore NAME | list | save]

          take [NAME]          take a snapshot of the world as it is (the default); prints its name
          restore NAME         put the world back to what it was then; prints its time
          list                 the snapshots of the world
          save                 write the state file now; prints its path
        """;

    private const string Journal = """
        outreach-fake journal [record]: show the requests that a fake served, the oldest first.

          record               print the record of the run, for outreach-fake replay
          --operation PATTERN  only this operation, such as markus.campaigns.create or markus.*
          --status N           only answers of this status
          --unmatched          only requests that no operation takes
          --since N            only requests after this number
          --limit N            at most so many (default 100)
          --json               as JSON, bodies and headers included
        """;

    private const string Replay = """
        outreach-fake replay FILE: do a recorded run again in a world of its own and compare the answers, byte by byte.
        The record comes from fake.ReproCommand() in C#, or from outreach-fake journal record.
        Exit code 0 when all answers are the same, 1 when one differs (it is named).
        """;

    private const string Fidelity = """
        outreach-fake fidelity: list what of the fake is inferred and not published, and how it was read.

          --api NAME           only markus, reachkit, mailmark or crm
          --json               as JSON, with the inferred parts of the OpenAPI documents
        """;

    /// <summary>The help for a command; null for the tool as a whole.</summary>
    public static string For(string? command) => command switch
    {
        null => General + Serve,
        "serve" => Serve,
        "advance" => Advance + Remote,
        "snapshot" => Snapshot + Remote,
        "journal" => Journal + Remote,
        "replay" => Replay,
        "fidelity" => Fidelity,
        _ => throw new UsageException($"There is no command '{command}'."),
    };
}
