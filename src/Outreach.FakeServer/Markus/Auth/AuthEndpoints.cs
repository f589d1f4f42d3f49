using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The calling key.</summary>
internal static class AuthEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes) => routes.Map("auth.me", Me);

    private static FakeResponse Me(MarkusCall call)
    {
        ApiKeyRow key = call.Key;
        AccountRow account = call.Account;
        return call.Ok(
            new AuthInfo
            {
                Id = key.Id,
                Name = key.Name,
                KeyPrefix = key.Prefix,
                Scopes = key.Scopes,
                Status = call.State.Keys.Status(key),
                ExpiresAt = key.ExpiresAt,
                LastUsedAt = key.LastUsedAt,
                CreatedAt = key.CreatedAt,
                Account = new AccountSummary { Id = account.Id, Name = account.Name, Email = account.Email, PlanId = account.PlanId },
            },
            MarkusJson.Default.AuthInfo);
    }
}
