using System.Text;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace LeadImport;

/// <summary>The program, apart from the console.</summary>
internal static class Cli
{
    /// <summary>Runs it and gives its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, string? key, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (args.Length == 0 || args.Contains("--help"))
        {
            output.WriteLine(ImportArguments.Help);
            return args.Length == 0 ? 2 : 0;
        }

        try
        {
            ImportArguments arguments = ImportArguments.Parse(args);
            if (!File.Exists(arguments.File)) throw new UsageException($"There is no file {arguments.File}.");
            if (!arguments.Fake)
            {
                using OutreachClient live = Live(key, arguments.Url);
                return await ImportAsync(live, arguments, output, error, cancellationToken);
            }

            await using OutreachFake fake = await OutreachFake.StartAsync(cancellationToken: cancellationToken);
            fake.Markus.Account.PlanId = "scale";
            using OutreachClient client = fake.CreateClient();
            return await ImportAsync(client, arguments, output, error, cancellationToken);
        }
        catch (UsageException e)
        {
            error.WriteLine($"LeadImport: {e.Message}");
            error.WriteLine("LeadImport --help says more.");
            return 2;
        }
    }

    /// <summary>Imports by a client, and says what to do when that stops.</summary>
    public static async Task<int> ImportAsync(OutreachClient client, ImportArguments arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        Importer importer = new(client, arguments, output);
        try
        {
            await importer.RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new UsageException($"{arguments.File}: {(e is FormatException ? e.Message : "is no UTF-8.")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is OutreachException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            error.WriteLine();
            error.WriteLine(e is OutreachException ? $"LeadImport: stopped: {e.Message}" : "LeadImport: stopped.");
            if (e is OutreachRateLimitException { IsAllowance: true }) error.WriteLine("The account's allowance is used up; the rest can follow when it is renewed.");
            if (importer.Unknown > 0) error.WriteLine($"Of {importer.Unknown} rows nobody knows whether they were imported; sent again, those with an e-mail address are passed over if they were{(importer.UnknownWithoutEmail == 0 ? "" : $", the {importer.UnknownWithoutEmail} without one may come twice")}.");
            if (importer.Done is { } done) error.WriteLine($"{done.Rows} rows are done; the same command goes on from there.");
            return 1;
        }
    }

    private static OutreachClient Live(string? key, Uri? url)
    {
        if (string.IsNullOrWhiteSpace(key)) throw new UsageException("--live needs a key of Markus in OUTREACH_KEY.");
        try
        {
            return new OutreachClient(new OutreachClientOptions { Markus = { ApiKey = key, BaseAddress = url } });
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"OUTREACH_KEY or --url: {e.Message}");
        }
    }
}
