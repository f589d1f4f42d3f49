using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Keys, and the accounts that come with them.</summary>
internal sealed class ApiKeyRules(MarkusState state)
{
    /// <summary>Most keys of an account that are neither revoked nor expired.</summary>
    public const int MostActive = 10;

    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The key with a raw value; null when there is none.</summary>
    public ApiKeyRow? Find(string raw) => state.ApiKeysByHash.First(KeyHash.Of(raw));

    /// <summary>Makes a key and tells its raw value.</summary>
    public (ApiKeyRow Row, string Raw) Create(string accountId, string name, IReadOnlyList<ApiScope> scopes, DateTimeOffset? expiresAt)
    {
        string raw = "mk_live_" + state.World.Ids.Text("markus.key", 32, LettersAndDigits);
        return (Add(accountId, name, scopes, expiresAt, raw), raw);
    }

    /// <summary>The state of a key at present.</summary>
    public ApiKeyStatus Status(ApiKeyRow key)
        => key.RevokedAt is not null ? ApiKeyStatus.Revoked : key.ExpiresAt <= state.Now ? ApiKeyStatus.Expired : ApiKeyStatus.Active;

    /// <summary>An account with the connected accounts of the default fixture.</summary>
    public AccountRow AddAccount(string name, string email, string? planId, int credits = 0)
    {
        AccountRow account = state.Accounts.Add(new AccountRow { Name = name, Email = email, PlanId = planId, Credits = credits, CreatedAt = state.Now });
        string slug = email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..].Split('.')[0];
        state.Channels.Connect(account.Id, Channel.Email, $"hello@{slug}.example", name, ConnectedAccountStatus.Connected, 200);
        state.Channels.Connect(account.Id, Channel.Instagram, slug, name, ConnectedAccountStatus.Connected, 40);
        state.Channels.Connect(account.Id, Channel.Twitter, slug, name, ConnectedAccountStatus.Connected, 40);
        state.Channels.Connect(account.Id, Channel.LinkedIn, slug, name, ConnectedAccountStatus.Expired, 20);
        return account;
    }

    /// <summary>Opens a well provisioned account for a key that nobody made, under <see cref="FakeOptions.AcceptAnyKey"/>.</summary>
    public ApiKeyRow OpenAccount(string raw)
    {
        int number = state.Accounts.Count;
        AccountRow account = AddAccount($"Account {number}", $"owner@account-{number}.example", "scale", 1000);
        return Add(account.Id, "Any key", [ApiScope.All], null, raw);
    }

    private ApiKeyRow Add(string accountId, string name, IReadOnlyList<ApiScope> scopes, DateTimeOffset? expiresAt, string raw) => state.ApiKeys.Add(new ApiKeyRow
    {
        AccountId = accountId,
        Name = name,
        Prefix = TextForms.KeyPrefix().IsMatch(raw) ? raw[..12] : $"mk_live_{KeyHash.Of(raw)[..4]}",
        Hash = KeyHash.Of(raw),
        Scopes = scopes,
        ExpiresAt = expiresAt,
        CreatedAt = state.Now,
    });
}
