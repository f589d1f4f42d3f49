using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class IdentityTests
{
    private const string Claims = """{"sub":"user_9","tenantId":"tenant_123","scope":"crm:read","exp":4000000000}""";

    public static TheoryData<string, string> BadTokens => new()
    {
        { "no JWT", "abc" },
        { "two parts", "abc.def" },
        { "no base64", "!!.!!.!!" },
        { "alg none without signature", Jwt("""{"alg":"none","typ":"JWT"}""", Claims, null) },
        { "alg none with the right signature", Jwt("""{"alg":"none"}""", Claims, Key) },
        { "another algorithm", Jwt("""{"alg":"HS512"}""", Claims, Key) },
        { "another key", Jwt("""{"alg":"HS256"}""", Claims, "some-other-key-of-good-length-0123456789") },
        { "no signature", Jwt("""{"alg":"HS256"}""", Claims, null) },
        { "expired", Jwt("""{"alg":"HS256"}""", Claims.Replace("4000000000", "1000000000", StringComparison.Ordinal), Key) },
        { "without exp", Jwt("""{"alg":"HS256"}""", """{"sub":"u","tenantId":"tenant_123","scope":"crm:read"}""", Key) },
        { "without sub", Jwt("""{"alg":"HS256"}""", """{"tenantId":"tenant_123","scope":"crm:read","exp":4000000000}""", Key) },
        { "without tenant", Jwt("""{"alg":"HS256"}""", """{"sub":"u","scope":"crm:read","exp":4000000000}""", Key) },
        { "without scope", Jwt("""{"alg":"HS256"}""", """{"sub":"u","tenantId":"tenant_123","exp":4000000000}""", Key) },
        { "payload no object", Jwt("""{"alg":"HS256"}""", "[]", Key) },
    };

    // The key of a world of seed 1, as fake.Crm.SigningKey gives it.
    private static string Key => "outreach-fake-crm-signing-key-0000000000000001";

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_in_order_is_refused(string what, string token)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Control.SigningKey.Should().Be(Key);
        api.Token = token;
        CrmAnswer answer = await api.Get("customers?tenantId=tenant_123");
        answer.ShouldFail(401, "UNAUTHORIZED", "Invalid or expired token");
        answer.Header("X-RateLimit-Limit").Should().BeNull(what);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Token abc")]
    public async Task A_call_without_a_bearer_token_is_told_so(string? header)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = "";
        if (header is not null) api.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        (await api.Get("customers/x")).ShouldFail(401, "UNAUTHORIZED", "Missing bearer token");
    }

    [Fact]
    public async Task Tokens_end_on_the_worlds_clock()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = api.Control.IssueToken(lifetime: TimeSpan.FromMinutes(10));
        await api.Advance(TimeSpan.FromSeconds(599));
        (await api.Get("segments?tenantId=tenant_123")).ShouldBe(200);
        await api.Advance(TimeSpan.FromSeconds(1));
        (await api.Get("segments?tenantId=tenant_123")).ShouldFail(401, "UNAUTHORIZED", "Invalid or expired token");
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", false)]
    [InlineData("""{"alg":"RS256"}""", true)]
    public async Task Under_AcceptAnyKey_any_unexpired_JWT_with_the_claims_opens_its_tenants(string header, bool signed)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions { AcceptAnyKey = true });
        api.Token = Jwt(header, """{"sub":"u","tenantIds":["t1","t2"],"scopes":["crm:read"],"exp":4000000000}""", signed ? "whatever" : null);
        (await api.Get("customers?tenantId=t2")).ShouldBe(200);
        (await api.Get("customers?tenantId=t3")).ShouldFail(403, "FORBIDDEN", "Token has no access to tenant t3");
        api.Token = Jwt(header, Claims.Replace("4000000000", "1000000000", StringComparison.Ordinal), null);
        (await api.Get("customers?tenantId=tenant_123")).ShouldFail(401, "UNAUTHORIZED");
    }

    [Theory]
    [InlineData("crm:write", "GET", "customers?tenantId=tenant_123", "crm:read")]
    [InlineData("crm:admin", "GET", "segments?tenantId=tenant_123", null)]
    [InlineData("crm:campaigns", "GET", "campaigns?tenantId=tenant_123", null)]
    [InlineData("crm:campaigns", "GET", "journeys?tenantId=tenant_123", null)]
    [InlineData("crm:campaigns", "GET", "promotions?tenantId=tenant_123", null)]
    [InlineData("crm:social", "GET", "social/posts?tenantId=tenant_123", null)]
    [InlineData("crm:social", "GET", "social/connections?tenantId=tenant_123", null)]
    [InlineData("crm:social", "GET", "campaigns?tenantId=tenant_123", "crm:read")]
    [InlineData("crm:admin", "GET", "campaigns?tenantId=tenant_123", "crm:read")]
    [InlineData("crm:read", "POST", "customers", "crm:write")]
    [InlineData("crm:write", "POST", "customers/x/merge", "crm:admin")]
    [InlineData("crm:write", "DELETE", "customers/x", "crm:admin")]
    [InlineData("crm:write", "POST", "segments", "crm:admin")]
    [InlineData("crm:admin", "POST", "campaigns", "crm:campaigns")]
    [InlineData("crm:campaigns", "POST", "social/posts", "crm:social")]
    [InlineData("crm:read", "POST", "promotions", "crm:campaigns")]
    public async Task Each_call_asks_for_its_scope(string scope, string method, string path, string? missing)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = api.Control.IssueToken([scope]);
        CrmAnswer answer = await api.Send(method, path, method == "POST" ? "not even JSON" : null);
        if (missing is null) answer.ShouldBe(200);
        else answer.ShouldFail(403, "FORBIDDEN", $"Missing scope {missing}");
    }

    [Fact]
    public async Task The_checks_come_in_the_documented_order()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Get("customers?tenantId=foreign&take=0")).ShouldFail(400, "VALIDATION_ERROR", "take must not be less than 1");
        (await api.Get("customers?tenantId=foreign")).ShouldFail(403, "FORBIDDEN", "Token has no access to tenant foreign");
        (await api.Get("customers?tenantId=foreign&engagementMin=NaN")).ShouldFail(400, "VALIDATION_ERROR", "engagementMin must be a number");
        (await api.Post("journeys", """{"tenantId":"foreign","name":"n","triggerType":"segment.entered"}""")).ShouldFail(400, "VALIDATION_ERROR", "triggerConfig.segmentId is required for segment.entered");
        (await api.Patch("customers/none", """{"email":5}""")).ShouldFail(400, "VALIDATION_ERROR", "email must be a string");
        (await api.Patch("customers/none", """{"email":"a@b.example"}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Customer not found");
        string customer = await api.Customer();
        await api.Delete($"customers/{customer}");
        (await api.Patch($"customers/{customer}", """{"email":null}""")).ShouldFail(400, "INVALID_STATE", "Customer is DELETED");
        await api.Customer("other@acme.example", ""","authUserId":"u1" """);
        string third = await api.Customer("third@acme.example");
        (await api.Patch($"customers/{third}", """{"email":null}""")).ShouldFail(400, "VALIDATION_ERROR", "at least one of email, phoneNumber, authUserId is required");
        (await api.Patch($"customers/{third}", """{"authUserId":"u1"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");
    }

    [Fact]
    public async Task What_lies_in_a_foreign_tenant_is_answered_as_missing()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string segment = await api.Everybody();
        api.Token = api.Control.IssueToken(tenants: ["other"]);
        (await api.Get($"customers/{customer}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Customer not found");
        (await api.Get($"segments/{segment}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Segment not found");
        (await api.Post("campaigns", $$"""{"tenantId":"other","name":"n","channels":["EMAIL"],"segmentId":"{{segment}}"}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Segment not found");
    }

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("PUT", "customers")]
    [InlineData("GET", "customers/x/merge")]
    public async Task An_unknown_path_or_method_is_a_route_not_found(string method, string path)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Send(method, path)).ShouldFail(404, "RESOURCE_NOT_FOUND", "Route not found");
    }

    private static string Jwt(string header, string payload, string? key)
    {
        string signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{(key is null ? "" : Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(signed))))}";
    }
}
