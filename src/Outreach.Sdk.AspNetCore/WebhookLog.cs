using Microsoft.Extensions.Logging;

namespace Outreach.Sdk.AspNetCore;

/// <summary>Log messages; none carries a body, a signature or a secret.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused a webhook: {Reason}.")]
    public static partial void Refused(ILogger logger, WebhookVerification reason);

    [LoggerMessage(2, LogLevel.Error, "No webhook secret is configured, so every webhook is refused.")]
    public static partial void NoSecret(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "Refused a webhook of more than {Limit} bytes.")]
    public static partial void TooLarge(ILogger logger, int limit);

    [LoggerMessage(4, LogLevel.Warning, "A signed webhook is no event.")]
    public static partial void Malformed(ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "Handled webhook {EventId} ({EventType}).")]
    public static partial void Handled(ILogger logger, string eventId, string? eventType);

    [LoggerMessage(6, LogLevel.Information, "Passed over webhook {EventId} ({EventType}), which was handled before.")]
    public static partial void Duplicate(ILogger logger, string eventId, string? eventType);

    [LoggerMessage(7, LogLevel.Error, "The handler of webhook {EventId} ({EventType}) failed.")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string eventId, string? eventType);

    [LoggerMessage(8, LogLevel.Warning, "The cache failed, so webhook {EventId} may be handled more than once.")]
    public static partial void CacheFailed(ILogger logger, Exception exception, string eventId);

    [LoggerMessage(9, LogLevel.Error, "A webhook could not be received.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
