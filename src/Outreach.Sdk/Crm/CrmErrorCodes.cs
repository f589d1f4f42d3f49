namespace Outreach.Sdk.Crm;

/// <summary>The error codes of Crm, with the HTTP status each one comes with.</summary>
public static class CrmErrorCodes
{
    /// <summary>
    /// 400: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource still lacks
    /// what the call needs (segment, template, step).
    /// </summary>
    public const string ValidationError = "VALIDATION_ERROR";

    /// <summary>
    /// 400: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is published for
    /// journeys in the implementation guide; the code is inferred.
    /// </summary>
    public const string InvalidState = "INVALID_STATE";

    /// <summary>401: Token missing, malformed, wrongly signed or expired.</summary>
    public const string Unauthorized = "UNAUTHORIZED";

    /// <summary>403: Token lacks the scope of the call or access to the tenant.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>404: No such resource visible to the token's tenant.</summary>
    public const string ResourceNotFound = "RESOURCE_NOT_FOUND";

    /// <summary>409: A unique value is taken (authUserId; segment or journey name per tenant).</summary>
    public const string DuplicateResource = "DUPLICATE_RESOURCE";

    /// <summary>429: The call's bucket is used up; see Retry-After and X-RateLimit-Reset.</summary>
    public const string RateLimitExceeded = "RATE_LIMIT_EXCEEDED";

    /// <summary>500: Unexpected failure; the outcome of a write is unknown.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>502: The messaging service or a social network failed or refused.</summary>
    public const string UpstreamError = "UPSTREAM_ERROR";

    /// <summary>503: Not available for the moment; nothing was done.</summary>
    public const string ServiceUnavailable = "SERVICE_UNAVAILABLE";

    /// <summary>200: GraphQL only, in errors[].extensions.code: the document is not valid syntax.</summary>
    public const string GraphqlParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>200: GraphQL only, in errors[].extensions.code: the document does not fit the schema or its variables.</summary>
    public const string GraphqlValidationFailed = "GRAPHQL_VALIDATION_FAILED";
}
