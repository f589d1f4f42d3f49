using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A refusal of Crm: thrown by endpoints and rules, rendered in one place.</summary>
internal sealed class CrmError(int status, string code, string message, int? retryAfterSeconds = null) : Exception(message)
{
    /// <summary>Why a connection cannot be used.</summary>
    public const string InactiveConnection = "Social connection is inactive, connect the account again";

    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The code of the catalogue.</summary>
    public string Code => code;

    /// <summary>The Retry-After to send.</summary>
    public int? RetryAfterSeconds => retryAfterSeconds;

    /// <summary>400: a parameter or the body is wrong, or the resource lacks what the call needs.</summary>
    public static CrmError Invalid(string message) => new(400, CrmErrorCodes.ValidationError, message);

    /// <summary>400: the status or type of the resource forbids the call.</summary>
    public static CrmError State(string message) => new(400, CrmErrorCodes.InvalidState, message);

    /// <summary>400: <c>Cannot pause a DRAFT campaign</c>.</summary>
    public static CrmError Transition(string verb, string? state, string thing)
        => State($"Cannot {verb} {Article(state)} {state} {thing}");

    /// <summary>The article before the name of a state.</summary>
    public static string Article(string? state) => state is { Length: > 0 } && "AEIOU".Contains(state[0], StringComparison.Ordinal) ? "an" : "a";

    /// <summary>401.</summary>
    public static CrmError Unauthorized(string message) => new(401, CrmErrorCodes.Unauthorized, message);

    /// <summary>403.</summary>
    public static CrmError Forbidden(string message) => new(403, CrmErrorCodes.Forbidden, message);

    /// <summary>403: a scope is missing.</summary>
    public static CrmError MissingScope(string scope) => Forbidden($"Missing scope {scope}");

    /// <summary>404: <c>Customer not found</c>.</summary>
    public static CrmError NotFound(string thing) => new(404, CrmErrorCodes.ResourceNotFound, $"{thing} not found");

    /// <summary>409: a unique value is taken.</summary>
    public static CrmError Duplicate(string message) => new(409, CrmErrorCodes.DuplicateResource, message);

    /// <summary>400: the token of an account has failed for good.</summary>
    public static CrmError Inactive() => State(InactiveConnection);

    /// <summary>502: a social network failed or refused.</summary>
    public static CrmError Network(SocialPlatform platform) => Upstream($"{platform} did not accept the request");

    /// <summary>502: the messaging service or a social network failed.</summary>
    public static CrmError Upstream(string message) => new(502, CrmErrorCodes.UpstreamError, message);
}
