namespace Outreach.Sdk;

/// <summary>The exception type of each status: the one place where it is chosen.</summary>
internal static class ErrorFactory
{
    public static OutreachApiException Create(ApiFailure failure, Exception? inner = null) => (int)failure.StatusCode switch
    {
        400 or 422 => new OutreachValidationException(failure, inner),
        401 => new OutreachAuthenticationException(failure, inner),
        403 => new OutreachPermissionException(failure, inner),
        404 => new OutreachNotFoundException(failure, inner),
        409 => new OutreachConflictException(failure, inner),
        429 => new OutreachRateLimitException(failure, inner),
        _ => new OutreachApiException(failure, inner),
    };
}
