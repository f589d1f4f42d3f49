namespace Outreach.Sdk;

/// <summary>Status 404: no such resource, or none that the key may see.</summary>
public sealed class OutreachNotFoundException(ApiFailure failure, Exception? innerException = null) : OutreachApiException(failure, innerException);
