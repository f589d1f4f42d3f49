namespace Outreach.FakeServer.Markus;

/// <summary>
/// Test control of the Markus API: what the host of the service could do and a caller of the API cannot. Every world begins
/// with one account on plan <c>pro</c> with one key of full access, <see cref="ApiKey"/>; its controls are repeated here.
/// </summary>
public sealed class MarkusFake
{
    private readonly MarkusState _state;

    internal MarkusFake(MarkusState state)
    {
        _state = state;
        AccountRow account = state.Keys.AddAccount("Northwind Outreach", "owner@northwind-outreach.example", "pro");
        string key = state.Keys.Create(account.Id, "Default key", [Sdk.Markus.ApiScope.All], null).Raw;
        state.Fixture.Value = new MarkusFixture(account.Id, key);
    }

    /// <summary>The account that the world began with.</summary>
    public MarkusAccount Account => new(_state, _state.Fixture.Value.AccountId, _state.Fixture.Value.ApiKey);

    /// <summary>The key of the account that the world began with; it has every scope.</summary>
    public string ApiKey => _state.Fixture.Value.ApiKey;

    /// <summary>Makes a further key of the first account.</summary>
    /// <param name="scopes">Its scopes, such as <c>campaigns:read</c>; none for <c>*</c>, all of them.</param>
    /// <returns>The raw key.</returns>
    public string CreateKey(params string[] scopes) => Account.CreateKey(scopes);

    /// <summary>Opens a further account with a key of full access and the connected accounts of the first one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="planId">Its plan: <c>free</c>, <c>starter</c>, <c>pro</c>, <c>scale</c>; null for an account that lives on credits.</param>
    /// <param name="credits">Its agent credits.</param>
    public MarkusAccount CreateAccount(string name = "Second account", string? planId = "pro", int credits = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_state.World.Gate)
        {
            MarkusAccount.CheckPlan(planId);
            AccountRow account = _state.Keys.AddAccount(name, $"owner@account-{_state.Accounts.Count}.example", planId, credits);
            return new MarkusAccount(_state, account.Id, _state.Keys.Create(account.Id, "Default key", [Sdk.Markus.ApiScope.All], null).Raw);
        }
    }

    /// <summary>An account by its id; null for the first one.</summary>
    internal MarkusAccount Of(string? accountId)
    {
        if (accountId is null) return Account;
        lock (_state.World.Gate) return _state.Accounts.Find(accountId) is { } account ? new MarkusAccount(_state, account.Id, "") : throw new ArgumentException($"There is no account '{accountId}'.", nameof(accountId));
    }

    /// <summary>Lets a contact of the first account answer, now. See <see cref="MarkusAccount.Receive"/>.</summary>
    public string Receive(string conversationId, string text, string? subject = null) => Account.Receive(conversationId, text, subject);
}
