using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Connected accounts: which one a channel uses, and how much it may still send today.</summary>
internal sealed class ChannelRules(MarkusState state)
{
    /// <summary>Connects an account; the first of a channel becomes its default.</summary>
    public ConnectedAccountRow Connect(string accountId, Channel channel, string handle, string? displayName, ConnectedAccountStatus status, int dailyLimit)
        => state.ConnectedAccounts.Add(new ConnectedAccountRow
        {
            AccountId = accountId,
            Channel = channel,
            Handle = handle,
            DisplayName = displayName,
            Status = status,
            DailyLimit = dailyLimit,
            IsDefault = !Of(accountId, channel).Any(),
            ConnectedAt = state.Now,
        });

    /// <summary>The accounts of a channel, the default one first.</summary>
    public IEnumerable<ConnectedAccountRow> Of(string accountId, Channel channel)
        => state.ConnectedAccountsByAccount[accountId].Where(connected => connected.Channel == channel).OrderByDescending(connected => connected.IsDefault);

    /// <summary>The account that a channel sends from: the default one, or another that is connected; null when none is.</summary>
    public ConnectedAccountRow? Sender(string accountId, Channel channel)
        => Of(accountId, channel).FirstOrDefault(connected => connected.Status == ConnectedAccountStatus.Connected);

    /// <summary>Messages that an account has sent in the present UTC day.</summary>
    public int SentToday(ConnectedAccountRow connected) => state.Plan.SenderDay(connected.Id, state.Now)?.Sent ?? 0;

    /// <summary>
    /// Whether a channel can be used to write to a contact, and why not; the first of the contract's reasons that holds.
    /// Without a contact, whether it can be used at all.
    /// </summary>
    public (ChannelUnavailableReason? Reason, ConnectedAccountRow? Sender) Availability(AccountRow account, ContactRow? contact, Channel channel, ConnectedAccountRow? chosen = null)
    {
        ConnectedAccountRow? sender = chosen ?? Sender(account.Id, channel) ?? Of(account.Id, channel).FirstOrDefault();
        if (contact?.Status == ContactStatus.Unsubscribed) return (ChannelUnavailableReason.ContactUnsubscribed, sender);
        if (contact is not null && !contact.IsReachableOn(channel)) return (ChannelUnavailableReason.ContactUnreachable, sender);
        if (!MarkusPlans.ChannelsOf(account).Contains(channel)) return (ChannelUnavailableReason.NotInPlan, sender);
        if (sender is null) return (ChannelUnavailableReason.NoConnectedAccount, null);
        if (sender.Status != ConnectedAccountStatus.Connected) return (ChannelUnavailableReason.AccountNotConnected, sender);
        return SentToday(sender) >= sender.DailyLimit ? (ChannelUnavailableReason.DailyLimitReached, sender) : (null, sender);
    }
}
