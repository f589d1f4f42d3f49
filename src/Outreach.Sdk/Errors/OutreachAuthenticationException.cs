namespace Outreach.Sdk;

/// <summary>Status 401: the key is missing, unknown, revoked or expired.</summary>
public sealed class OutreachAuthenticationException(ApiFailure failure, Exception? innerException = null) : OutreachApiException(failure, innerException);
