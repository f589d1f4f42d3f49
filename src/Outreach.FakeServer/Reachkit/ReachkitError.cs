namespace Outreach.FakeServer.Reachkit;

/// <summary>An answer that says no; nothing has been changed when it is thrown.</summary>
internal sealed class ReachkitError(int status, string code, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? details = null) : Exception
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The code of the catalogue.</summary>
    public string Code => code;

    /// <summary>Field path to messages; null for none.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? Details => details;

    /// <summary>Place of an open tag: field and offset; null for other errors.</summary>
    public (string Field, int Offset)? Brace { get; private init; }

    /// <summary>400: the body is not a JSON object.</summary>
    public static ReachkitError InvalidRequest() => new(400, "invalid_request");

    /// <summary>401: no usable key.</summary>
    public static ReachkitError Unauthorized() => new(401, "unauthorized");

    /// <summary>403: the plan has no API access.</summary>
    public static ReachkitError PlanRequired() => new(403, "plan_required");

    /// <summary>404: unknown id or path.</summary>
    public static ReachkitError NotFound() => new(404, "not_found");

    /// <summary>422 with one message for one field.</summary>
    public static ReachkitError Rule(string code, string field, string message) => new(422, code, [new(field, [message])]);

    /// <summary>422 with no details.</summary>
    public static ReachkitError Rule(string code) => new(422, code);

    /// <summary>422: an address is there already.</summary>
    public static ReachkitError AlreadyExists() => Rule("already_exists", "email", "has already been taken");

    /// <summary>422: a merge tag is opened and not closed.</summary>
    public static ReachkitError UnbalancedBraces(string field, int offset) => new(422, "unbalanced_braces") { Brace = (field, offset) };

    /// <summary>The status of each code of the catalogue.</summary>
    public static int? StatusOf(string code) => code switch
    {
        "invalid_request" => 400,
        "unauthorized" => 401,
        "plan_required" => 403,
        "not_found" => 404,
        "validation_failed" or "already_exists" or "invalid_status_transition" or "campaign_not_launchable" or "cannot_delete_last_variant"
            or "cannot_disable_last_variant" or "unbalanced_braces" or "no_active_inbox" or "inbox_not_connected" => 422,
        "rate_limited" => 429,
        "internal_error" => 500,
        _ => null,
    };
}
