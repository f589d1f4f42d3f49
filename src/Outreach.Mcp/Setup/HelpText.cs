namespace Outreach.Mcp;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public const string Text = """
        outreach-mcp: every operation of the outreach APIs as an MCP tool, for AI agents.

          outreach-mcp --fake                 serve the four APIs in memory: no key, no network
          outreach-mcp                        serve the accounts whose keys are in the environment

        Options
          --api NAME[,NAME]        only these APIs: markus, reachkit, mailmark, crm
          --categories NAME[,…]    only these categories, such as campaigns,contacts,"agent credits"
          --read-only              only tools that read
          --allow-writes           also tools that send, charge or delete
          --fake                   the reference server inside, with three more tools: clock, outbox, faults
          --http PORT              streamable HTTP on http://127.0.0.1:PORT/mcp instead of standard input and output
          --max-result CHARACTERS  size of a result before it is trimmed; default 60000
          --verbose                more on standard error
          --help, --version

        Environment
          MARKUS_API_KEY, REACHKIT_API_KEY, MAILMARK_API_KEY
          CRM_BASE_ADDRESS, CRM_TOKEN, CRM_TENANT_ID
          MARKUS_BASE_ADDRESS, REACHKIT_BASE_ADDRESS, MAILMARK_BASE_ADDRESS   where the address is another one
        """;
}
