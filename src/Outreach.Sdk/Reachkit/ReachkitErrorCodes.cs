namespace Outreach.Sdk.Reachkit;

/// <summary>The error codes of Reachkit, with the HTTP status each one comes with.</summary>
public static class ReachkitErrorCodes
{
    /// <summary>400: Body is not a JSON object.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>401: No usable API key.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>403: The workspace's plan has no API access (only Scale has).</summary>
    public const string PlanRequired = "plan_required";

    /// <summary>404: Unknown id, id of another workspace, id under the wrong parent, or unknown path.</summary>
    public const string NotFound = "not_found";

    /// <summary>422: One or more fields or parameters are bad; details maps each to messages.</summary>
    public const string ValidationFailed = "validation_failed";

    /// <summary>422: The address is on the blocklist, or in the campaign, already.</summary>
    public const string AlreadyExists = "already_exists";

    /// <summary>422: That campaign state cannot be reached from the present one.</summary>
    public const string InvalidStatusTransition = "invalid_status_transition";

    /// <summary>422: Launch without a variant with content or without an inbox.</summary>
    public const string CampaignNotLaunchable = "campaign_not_launchable";

    /// <summary>422: Deleting it would leave the step without an enabled variant.</summary>
    public const string CannotDeleteLastVariant = "cannot_delete_last_variant";

    /// <summary>422: Switching it off would leave the step without an enabled variant.</summary>
    public const string CannotDisableLastVariant = "cannot_disable_last_variant";

    /// <summary>422: A merge tag is opened and not closed; details has field and offset.</summary>
    public const string UnbalancedBraces = "unbalanced_braces";

    /// <summary>422: No inbox was named and the workspace has no active one.</summary>
    public const string NoActiveInbox = "no_active_inbox";

    /// <summary>422: The inbox that should send is not connected.</summary>
    public const string InboxNotConnected = "inbox_not_connected";

    /// <summary>429: Too many calls; see Retry-After. Not published; reserved.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>500: Unexpected failure.</summary>
    public const string InternalError = "internal_error";
}
