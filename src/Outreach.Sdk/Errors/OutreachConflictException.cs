namespace Outreach.Sdk;

/// <summary>Status 409: the resource exists already, or its state forbids the call.</summary>
public sealed class OutreachConflictException(ApiFailure failure, Exception? innerException = null) : OutreachApiException(failure, innerException);
