using System.Runtime.InteropServices;
using Outreach.Mcp;

using CancellationTokenSource stop = new();
using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
return await McpTool.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, StandardError.Open(), stop.Token).ConfigureAwait(false);

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
