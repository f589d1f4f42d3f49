namespace Outreach.FakeServer.Crm;

/// <summary>Which recorded activity a journey's trigger waits for.</summary>
internal static class JourneyTriggers
{
    /// <summary>The trigger that fires when a customer enters a segment.</summary>
    public const string SegmentEntered = "segment.entered";

    /// <summary>The trigger type of a journey that nothing triggers.</summary>
    public const string Manual = "MANUAL";

    /// <summary>The activity type of a trigger type; the trigger type itself when it is none of the published ones.</summary>
    public static string ActivityType(string triggerType) => triggerType switch
    {
        "scl.member.created" => "MEMBER_CREATED",
        "teetime.booked" => "TEETIME_BOOKED",
        "teetime.completed" => "TEETIME_COMPLETED",
        "payment.failed" => "PAYMENT_FAILED",
        "engagement.dropped" => "ENGAGEMENT_DROPPED",
        _ => triggerType,
    };
}
