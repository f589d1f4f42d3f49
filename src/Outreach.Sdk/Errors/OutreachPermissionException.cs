namespace Outreach.Sdk;

/// <summary>Status 403: the key is good, but may not do this.</summary>
public sealed class OutreachPermissionException(ApiFailure failure, Exception? innerException = null) : OutreachApiException(failure, innerException);
