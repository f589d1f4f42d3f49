namespace Outreach.FakeServer;

/// <summary>Does a recorded run again and compares the answers.</summary>
internal static class ReplayCommand
{
    /// <summary>Runs the command; 0 when all answers are the same.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken stop)
    {
        line.End(words: 1);
        if (line.Words.Count == 0) throw new UsageException("Name the record to replay.");
        string path = line.Words[0];
        if (!File.Exists(path)) throw new FileNotFoundException($"Record {path}: there is no such file.");
        ReplayResult result;
        FileStream record = File.OpenRead(path);
        await using (record.ConfigureAwait(false))
        {
            try
            {
                result = await OutreachFake.ReplayAsync(record, stop).ConfigureAwait(false);
            }
            catch (FormatException e)
            {
                throw new IOException($"Record {path}: {e.Message}", e);
            }
        }

        await output.WriteLineAsync(result switch
        {
            { IsSame: true, Requests: 1 } => "1 request, its answer the same",
            { IsSame: true } => $"{result.Requests} requests, all answers the same",
            _ => $"after {result.Requests} {(result.Requests == 1 ? "request" : "requests")}: {result.Difference}",
        }).ConfigureAwait(false);
        return result.IsSame ? 0 : 1;
    }
}
