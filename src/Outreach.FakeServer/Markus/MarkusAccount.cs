using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Test control of one account of the Markus API. None of it is on the wire.</summary>
public sealed class MarkusAccount
{
    private readonly MarkusState _state;

    internal MarkusAccount(MarkusState state, string id, string apiKey)
    {
        _state = state;
        Id = id;
        ApiKey = apiKey;
    }

    /// <summary>The account's id.</summary>
    public string Id { get; }

    /// <summary>A key of full access.</summary>
    public string ApiKey { get; }

    /// <summary>The plan: <c>free</c>, <c>starter</c>, <c>pro</c>, <c>scale</c>; null for an account that lives on credits.</summary>
    /// <exception cref="ArgumentException">There is no such plan.</exception>
    public string? PlanId
    {
        get => Read(account => account.PlanId);
        set
        {
            CheckPlan(value);
            Change(account => account with { PlanId = value });
        }
    }

    /// <summary>Agent credits left.</summary>
    public int Credits
    {
        get => Read(account => account.Credits);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Change(account => account with { Credits = value });
        }
    }

    /// <summary>Price of five credits in US cents; default 500.</summary>
    public int CreditPriceCents
    {
        get => Read(account => account.CreditPriceCents);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Change(account => account with { CreditPriceCents = value });
        }
    }

    /// <summary>Makes a further key.</summary>
    /// <param name="scopes">Its scopes, such as <c>campaigns:read</c>; none for <c>*</c>, all of them.</param>
    /// <returns>The raw key.</returns>
    /// <exception cref="ArgumentException">A scope does not exist.</exception>
    public string CreateKey(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ApiScope[] granted = scopes.Length == 0 ? [ApiScope.All] : [.. scopes.Select(ApiScope.From)];
        foreach (ApiScope scope in granted)
            if (!ApiScope.Known.Contains(scope)) throw new ArgumentException($"There is no scope '{scope}'.", nameof(scopes));
        lock (_state.World.Gate) return _state.Keys.Create(Id, "Test key", granted, null).Raw;
    }

    /// <summary>Makes a further key of full access that expires.</summary>
    /// <param name="expiresAt">When it expires; may have passed.</param>
    /// <returns>The raw key.</returns>
    public string CreateExpiringKey(DateTimeOffset expiresAt)
    {
        lock (_state.World.Gate) return _state.Keys.Create(Id, "Expiring key", [ApiScope.All], MarkusState.WholeSecond(expiresAt)).Raw;
    }

    /// <summary>Connects an account to send from; the first of a channel becomes its default.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="handle">The address or handle.</param>
    /// <param name="dailyLimit">Most messages of one UTC day, from 1.</param>
    /// <param name="displayName">The sender's name.</param>
    /// <returns>Its id.</returns>
    public string Connect(Channel channel, string handle, int dailyLimit = 100, string? displayName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dailyLimit);
        if (!Channel.Known.Contains(channel)) throw new ArgumentException($"There is no channel '{channel}'.", nameof(channel));
        lock (_state.World.Gate)
        {
            _state.Plan.Reconsider(Id);
            return _state.Channels.Connect(Id, channel, handle, displayName, ConnectedAccountStatus.Connected, dailyLimit).Id;
        }
    }

    /// <summary>Changes the connected accounts of a channel: their state, or how much they may send in one UTC day.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="status">The new state; null to leave it.</param>
    /// <param name="dailyLimit">The new limit, from 1; null to leave it.</param>
    public void SetChannel(Channel channel, ConnectedAccountStatus? status = null, int? dailyLimit = null)
    {
        if (dailyLimit is { } limit) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(dailyLimit));
        lock (_state.World.Gate)
        {
            foreach (ConnectedAccountRow row in _state.Channels.Of(Id, channel).ToList())
                _state.ConnectedAccounts.Update(row with { Status = status ?? row.Status, DailyLimit = dailyLimit ?? row.DailyLimit });
            _state.Plan.Reconsider(Id);
        }
    }

    /// <summary>Removes the connected accounts of a channel.</summary>
    public void Disconnect(Channel channel)
    {
        lock (_state.World.Gate)
        {
            foreach (ConnectedAccountRow row in _state.Channels.Of(Id, channel).ToList()) _state.ConnectedAccounts.Remove(row);
            _state.Plan.Reconsider(Id);
        }
    }

    /// <summary>Lets the contact of a conversation answer, now, with everything that an inbound message brings.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="text">Plain text; one with the word <c>unsubscribe</c> unsubscribes the contact.</param>
    /// <param name="subject">The subject; null for <c>Re:</c> and that of the conversation.</param>
    /// <returns>The message's id.</returns>
    /// <exception cref="ArgumentException">There is no such conversation.</exception>
    public string Receive(string conversationId, string text, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (_state.World.Gate)
        {
            ConversationRow conversation = _state.FindConversation(Id, conversationId) ?? throw new ArgumentException($"The account has no conversation '{conversationId}'.", nameof(conversationId));
            return _state.Inbound.Receive(conversation, text, subject).Id;
        }
    }

    /// <summary>Reports, now, that a sent message was delivered.</summary>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public void ReportDelivered(string messageId) => Report(messageId, _state.Sends.Deliver);

    /// <summary>Reports, now, that a delivered message was opened.</summary>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public void ReportOpened(string messageId) => Report(messageId, _state.Sends.Open);

    /// <summary>Reports, now, that a sent message bounced.</summary>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public void ReportBounced(string messageId, string reason = "mailbox does not exist") => Report(messageId, message => _state.Sends.Bounce(message, reason));

    /// <summary>Puts a notice into the account's list.</summary>
    /// <returns>Its id.</returns>
    public string Notify(string title, string body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        lock (_state.World.Gate) return _state.Notices.Add(Id, NotificationType.System, title, body).Id;
    }

    internal static void CheckPlan(string? planId)
    {
        if (planId is not null && MarkusPlans.Find(planId) is null)
            throw new ArgumentException($"There is no plan '{planId}'; there are {string.Join(", ", MarkusPlans.All.Select(plan => plan.Id))}.", nameof(planId));
    }

    private T Read<T>(Func<AccountRow, T> read)
    {
        lock (_state.World.Gate) return read(_state.Accounts.Find(Id)!);
    }

    private void Change(Func<AccountRow, AccountRow> change)
    {
        lock (_state.World.Gate) _state.Change(Id, change);
    }

    private void Report(string messageId, Action<MessageRow> report)
    {
        lock (_state.World.Gate)
            report(_state.FindMessage(Id, messageId) ?? throw new ArgumentException($"The account has no message '{messageId}'.", nameof(messageId)));
    }
}
