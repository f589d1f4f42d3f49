namespace Outreach.Sdk;

// Stands in until the error types land, one file each; whoever lands them removes this file.

/// <summary>The root of what this client throws.</summary>
public class OutreachException(string message) : Exception(message);

/// <summary>An API answered with an error.</summary>
public class OutreachApiException(string message) : OutreachException(message);

/// <summary>Status 401.</summary>
public class OutreachAuthenticationException(string message) : OutreachApiException(message);

/// <summary>Status 403.</summary>
public class OutreachPermissionException(string message) : OutreachApiException(message);

/// <summary>Status 404.</summary>
public class OutreachNotFoundException(string message) : OutreachApiException(message);

/// <summary>Status 409.</summary>
public class OutreachConflictException(string message) : OutreachApiException(message);

/// <summary>Status 400 or 422.</summary>
public class OutreachValidationException(string message) : OutreachApiException(message);

/// <summary>Status 429.</summary>
public class OutreachRateLimitException(string message) : OutreachApiException(message);
