using LeadImport;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await Cli.RunAsync(args, Environment.GetEnvironmentVariable("OUTREACH_KEY"), Console.Out, Console.Error, stop.Token);
