using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The settings of a campaign that says nothing else.</summary>
internal static class CampaignDefaults
{
    public static CampaignSettings Settings { get; } = new()
    {
        RequireApproval = true,
        DailySendLimit = 50,
        Timezone = "UTC",
        Tone = MessageTone.Friendly,
        Language = "en",
        SendWindow = new SendWindow { Days = [SendDay.Mon, SendDay.Tue, SendDay.Wed, SendDay.Thu, SendDay.Fri], Start = "09:00", End = "17:00" },
        FollowUps = new FollowUpSettings { Enabled = true, MaxFollowUps = 2, DelayDays = 3 },
    };
}
