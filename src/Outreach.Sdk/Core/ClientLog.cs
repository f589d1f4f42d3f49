using Microsoft.Extensions.Logging;

namespace Outreach.Sdk;

/// <summary>What the client logs.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} was answered {Status} after {Attempts} attempt(s).")]
    public static partial void Answered(ILogger logger, string operation, int status, int attempts);

    [LoggerMessage(2, LogLevel.Information, "{Operation} is repeated in {Delay} after attempt {Attempts}: {Reason}.")]
    public static partial void Repeating(ILogger logger, string operation, TimeSpan delay, int attempts, string reason);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed after {Attempts} attempt(s): {Reason}.")]
    public static partial void Failed(ILogger logger, string operation, int attempts, string reason);
}
