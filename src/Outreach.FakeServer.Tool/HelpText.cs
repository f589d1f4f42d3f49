namespace Outreach.FakeServer;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    private const string General = """
        outreach-fake: the outreach APIs Markus, Reachkit, Mailmark and Crm in memory, for tests in any language.

        Usage
          outreach-fake [serve] [options]     serve the four APIs on a port until Ctrl-C or SIGTERM
          outreach-fake help COMMAND          more about one command

        serve
          --port N             port to listen on; 0 picks a free one (default 7070)
          --listen IP          address to listen on (default 127.0.0.1); any other needs an admin token
          --admin-token T      token that the control API then asks for (or OUTREACH_FAKE_ADMIN_TOKEN)
          --accept-any-key     any key of a plausible form opens an account of its own, with full access
          --no-rate-limits     enforce no rate limits
          --seed N             where ids and random draws come from (default 1): same seed, same bytes
          --start TIME         the time at which the world starts, or now (default 2026-03-02T09:00:00Z)
          --speed X            virtual seconds per real second (default 1); 0: time stands still until advanced
          --state FILE         the worlds between runs: read at the start, written at the end, whole or not at all
          --webhook-host HOST  a host beside loopback that webhooks may go to; may be given several times
          --max-worlds N       most worlds at once (default 1000)
          --mailmark-source-quirks  let Mailmark behave as its public source does where that differs from its documents

        On the port
          /markus/api/v1/…  /reachkit/…  /mailmark/…  /crm/api/v1/…   the four APIs
          /_fake/v1/ready                                             200 once it serves
          /_fake/v1/openapi.json                                      the control API: worlds, clock, faults, journal, outbox, webhooks
        """;

    /// <summary>The help for a command; null for the tool as a whole.</summary>
    public static string For(string? command) => command switch
    {
        null or "serve" => General,
        _ => throw new UsageException($"There is no command '{command}'."),
    };
}
