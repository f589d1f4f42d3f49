namespace Outreach.Sdk;

/// <summary>Status 400 or 422: the request is wrong, or the resource's state forbids it. Nothing was done.</summary>
public sealed class OutreachValidationException(ApiFailure failure, Exception? innerException = null) : OutreachApiException(failure, innerException)
{
    /// <summary>The members that were wrong, in the API's order; empty when it named none.</summary>
    public IReadOnlyList<FieldError> Fields { get; } = failure.Fields;
}
