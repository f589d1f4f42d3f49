using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class CustomerTests
{
    [Fact]
    public async Task A_new_customer_gets_the_defaults_and_its_first_activity()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer created = (await api.Post("customers", """{"tenantId":"tenant_123","email":" Piet.Botha@Example.com ","firstName":"Piet","somethingElse":1}""")).ShouldBe(201);
        created.Text("email").Should().Be("piet.botha@example.com");
        created.Text("status").Should().Be("ACTIVE");
        created.Text("lifecycleStage").Should().Be("SUBSCRIBER");
        created.Body.GetProperty("tags").GetArrayLength().Should().Be(0);
        created.Body.GetProperty("externalIds").GetRawText().Should().Be("{}");
        created.Body.GetProperty("engagementScore").ValueKind.Should().Be(JsonValueKind.Null);
        created.Body.GetProperty("emailOptIn").GetBoolean().Should().BeFalse();
        created.Number("activityCount30d").Should().Be(1);
        created.Text("lastActivityType").Should().Be("PROFILE_CREATED");
        (await api.Get($"customers/{created.Text("id")}")).ShouldBe(200).Body.GetRawText().Should().Be(created.Body.GetRawText());
    }

    [Theory]
    [InlineData("""{}""", "tenantId is required")]
    [InlineData("""{"tenantId":""}""", "tenantId must not be empty")]
    [InlineData("""{"tenantId":"tenant_123"}""", "at least one of email, phoneNumber, authUserId is required")]
    [InlineData("""{"tenantId":"tenant_123","email":"nope"}""", "email must be an email")]
    [InlineData("""{"tenantId":"tenant_123","phoneNumber":"0821234567"}""", "phoneNumber must be a phone number in E.164 form")]
    [InlineData("""{"tenantId":"tenant_123","email":"a@b.example","lifecycleStage":"FAN"}""", "lifecycleStage must be one of: SUBSCRIBER, LEAD, PROSPECT, CUSTOMER, MEMBER, ADVOCATE, CHURNED")]
    [InlineData("""{"tenantId":"tenant_123","email":"a@b.example","tags":["x","x"]}""", "tags must not contain duplicates")]
    [InlineData("""{"tenantId":"tenant_123","email":"a@b.example","tags":[""]}""", "tags[0] must not be empty")]
    [InlineData("""{"tenantId":"tenant_123","email":"a@b.example","engagementScore":5}""", "engagementScore is read-only")]
    [InlineData("""{"tenantId":"tenant_123","email":"a@b.example","emailOptIn":true}""", "emailOptIn is read-only")]
    [InlineData("""{"tenantId":"tenant_123","email":"a@b.example","membershipTier":"Gold"}""", "membershipTier is read-only")]
    [InlineData("""{"tenantId":"tenant_123","email":5}""", "email must be a string")]
    [InlineData("""not json""", "Request body is not valid JSON")]
    [InlineData("""{"tenantId":"tenant_123","email":"\ud800@b.example"}""", "Request body is not valid JSON")]
    [InlineData("""[]""", "Request body must be an object")]
    public async Task A_bad_body_is_refused_with_its_message(string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post("customers", body)).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Fact]
    public async Task A_patch_changes_what_is_there_and_clears_what_is_null()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer("dana@acme.example", ""","firstName":"Dana","tags":["a"],"phoneNumber":"+27821230002" """);
        CrmAnswer changed = (await api.Patch($"customers/{id}", """{"firstName":null,"email":"DANA@new.example","status":"INACTIVE","lifecycleStage":"MEMBER"}""")).ShouldBe(200);
        changed.Of("firstName").Should().BeNull();
        changed.Text("email").Should().Be("dana@new.example");
        changed.Text("status").Should().Be("INACTIVE");
        changed.Body.GetProperty("tags")[0].GetString().Should().Be("a");
        (await api.Timeline(id)).Should().Equal("PROFILE_CREATED");

        (await api.Patch($"customers/{id}", "{}")).ShouldFail(400, "VALIDATION_ERROR", "at least one member is required");
        (await api.Patch($"customers/{id}", """{"status":"MERGED"}""")).ShouldFail(400, "VALIDATION_ERROR", "status must be one of: ACTIVE, INACTIVE");
        (await api.Patch($"customers/{id}", """{"tenantId":"x"}""")).ShouldFail(400, "VALIDATION_ERROR", "tenantId is read-only");
    }

    [Fact]
    public async Task An_authUserId_is_unique_over_all_tenants_and_addresses_are_not()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await api.Customer("dana@acme.example", ""","authUserId":"u1" """);
        await api.Customer("dana@acme.example");
        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]);
        (await api.Post("customers", """{"tenantId":"other","authUserId":"u1"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");
    }

    [Theory]
    [InlineData("take=0", "take must not be less than 1")]
    [InlineData("take=101", "take must not be greater than 100")]
    [InlineData("take=ten", "take must be an integer")]
    [InlineData("skip=-1", "skip must not be less than 0")]
    [InlineData("status=GONE", "status must be one of: ACTIVE, INACTIVE, MERGED, DELETED")]
    [InlineData("emailOptIn=yes", "emailOptIn must be a boolean")]
    [InlineData("engagementMin=101", "engagementMin must not be greater than 100")]
    [InlineData("search=", "search must not be empty")]
    public async Task A_bad_parameter_is_refused_with_its_message(string query, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Get($"customers?tenantId=tenant_123&{query}")).ShouldFail(400, "VALIDATION_ERROR", message);
        (await api.Get("customers")).ShouldFail(400, "VALIDATION_ERROR", "tenantId is required");
    }

    [Fact]
    public async Task Lists_come_newest_first_with_ties_by_id_and_skip_beyond_the_end_is_empty()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        List<string> first = [await api.Customer("a@x.example"), await api.Customer("b@x.example"), await api.Customer("c@x.example")];
        await api.Advance(TimeSpan.FromSeconds(1));
        string last = await api.Customer("d@x.example");
        first.Sort(StringComparer.Ordinal);
        (await api.Get("customers?tenantId=tenant_123")).Ids.Should().Equal([last, .. first]);
        CrmAnswer page = await api.Get("customers?tenantId=tenant_123&skip=1&take=2");
        page.Ids.Should().Equal(first[0], first[1]);
        page.Meta.GetRawText().Should().Be("""{"total":4,"skip":1,"take":2,"hasMore":true}""");
        CrmAnswer beyond = await api.Get("customers?tenantId=tenant_123&skip=99");
        beyond.Ids.Should().BeEmpty();
        beyond.Meta.GetRawText().Should().Be("""{"total":4,"skip":99,"take":25,"hasMore":false}""");
    }

    [Fact]
    public async Task Filters_combine_and_ended_profiles_show_only_when_asked_for()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string gold = api.Reachable(1, customer => customer with { FirstName = "Thandi", LastName = "Mokoena", EngagementScore = 80, ChurnRiskScore = 10 });
        string silent = api.Control.AddCustomer(new Customer { Email = "silent@acme.example", LifecycleStage = LifecycleStage.Member }).Id;
        string gone = await api.Customer("gone@acme.example");
        await api.Delete($"customers/{gone}");
        string segment = await api.Static("Board", gold);

        (await api.Get("customers?tenantId=tenant_123")).Ids.Should().BeEquivalentTo(gold, silent);
        (await api.Get("customers?tenantId=tenant_123&status=DELETED")).Ids.Should().Equal(gone);
        (await api.Get("customers?tenantId=tenant_123&search=thandi%20MOKO")).Ids.Should().Equal(gold);
        (await api.Get("customers?tenantId=tenant_123&engagementMin=80")).Ids.Should().Equal(gold);
        (await api.Get("customers?tenantId=tenant_123&churnRiskMin=11")).Ids.Should().BeEmpty();
        (await api.Get("customers?tenantId=tenant_123&emailOptIn=false")).Ids.Should().Equal(silent);
        (await api.Get("customers?tenantId=tenant_123&lifecycleStage=MEMBER")).Ids.Should().Equal(silent);
        (await api.Get($"customers?tenantId=tenant_123&segmentId={segment}")).Ids.Should().Equal(gold);
        (await api.Get("customers?tenantId=tenant_123&segmentId=unknown")).Ids.Should().BeEmpty();
        (await api.Get($"customers/{gone}")).ShouldBe(200).Text("status").Should().Be("DELETED");
    }

    [Theory]
    [InlineData("search=REYES", true)]
    [InlineData("search=na%20Rey", true)]
    [InlineData("search=the%20dane", true)]
    [InlineData("search=7821234", true)]
    [InlineData("search=@ACME", true)]
    [InlineData("search=Reyes%20Dana", false)]
    [InlineData("churnRiskMin=40", true)]
    [InlineData("churnRiskMin=40.5", false)]
    [InlineData("engagementMin=0", false)]
    public async Task A_list_finds_by_names_addresses_and_scores(string query, bool found)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Control.AddCustomer(new() { FirstName = "Dana", LastName = "Reyes", DisplayName = "The Dane", Email = "d@acme.example", PhoneNumber = "+27821234567", ChurnRiskScore = 40 });
        (await api.Get($"customers?tenantId=tenant_123&{query}")).ShouldBe(200).Ids.Should().HaveCount(found ? 1 : 0);
    }

    [Fact]
    public async Task Resolve_takes_the_strongest_key_first_and_creates_when_nothing_matches()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string byUser = await api.Customer("a@x.example", ""","authUserId":"u1" """);
        string both = await api.Customer("b@x.example", ""","phoneNumber":"+27821230001" """);
        await api.Customer("c@x.example", ""","phoneNumber":"+27821230002" """);

        await Resolves("authUserId=u1&email=b@x.example", byUser, 100, "authUserId");
        await Resolves("email=%20B@X.example&phone=%2B27821230001", both, 99, "email", "phoneNumber");
        await Resolves("email=b@x.example&phone=%2B27821230002", both, 95, "email");
        await Resolves("phone=+27821230001", both, 85, "phoneNumber");

        CrmAnswer created = (await api.Get("customers/resolve?tenantId=tenant_123&email=new@x.example&authUserId=u2")).ShouldBe(200);
        created.Body.GetProperty("isNew").GetBoolean().Should().BeTrue();
        created.Number("confidence").Should().Be(100);
        created.Body.GetProperty("matchedBy").GetArrayLength().Should().Be(0);
        created.Body.GetProperty("profile").GetProperty("authUserId").GetString().Should().Be("u2");

        (await api.Get("customers/resolve?tenantId=tenant_123")).ShouldFail(400, "VALIDATION_ERROR", "at least one of authUserId, email, phone is required");
        api.Token = api.Control.IssueToken(["crm:read"]);
        (await api.Get("customers/resolve?tenantId=tenant_123&email=newer@x.example")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Customer not found");
        (await api.Get("customers/resolve?tenantId=tenant_123&email=new@x.example")).ShouldBe(200);

        async Task Resolves(string query, string id, int confidence, params string[] keys)
        {
            CrmAnswer answer = (await api.Get($"customers/resolve?tenantId=tenant_123&{query}")).ShouldBe(200);
            answer.Body.GetProperty("profile").GetProperty("id").GetString().Should().Be(id);
            answer.Number("confidence").Should().Be(confidence);
            answer.Body.GetProperty("isNew").GetBoolean().Should().BeFalse();
            answer.Body.GetProperty("matchedBy").EnumerateArray().Select(key => key.GetString()).Should().Equal(keys);
        }
    }

    [Fact]
    public async Task Of_several_owners_of_a_key_the_one_made_first_is_found()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await api.Customer();
        string older = api.Control.AddCustomer(new() { Email = "dana@acme.example", CreatedAt = api.Now.AddYears(-1) }).Id;
        (await api.Get("customers/resolve?tenantId=tenant_123&email=dana@acme.example")).ShouldBe(200).Body.GetProperty("profile").GetProperty("id").GetString().Should().Be(older);
    }

    [Fact]
    public async Task What_a_test_sets_is_stored_in_the_form_of_the_service()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        api.Control.SetCustomer(id, customer => customer with { Email = " Dana@ACME.example ", Tags = null, ExternalIds = null, WhatsappOptIn = null, ActivityCount30d = null });
        CrmAnswer found = (await api.Get("customers/resolve?tenantId=tenant_123&email=dana@acme.example")).ShouldBe(200);
        found.Body.GetProperty("isNew").GetBoolean().Should().BeFalse();
        (await api.Get($"customers/{id}")).Number("activityCount30d").Should().Be(0);
    }

    [Fact]
    public async Task A_merge_moves_everything_to_the_winner()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string winner = await api.Customer("winner@x.example", ""","tags":["a","b"]""");
        string loser = await api.Customer("loser@x.example", ""","phoneNumber":"+27821230009","authUserId":"u9","firstName":"Lou","tags":["b","c"]""");
        api.Control.SetCustomer(winner, customer => customer with { LifetimeValue = 100 });
        api.Control.SetCustomer(loser, customer => customer with { LifetimeValue = 50 });
        string note = (await api.Post($"customers/{loser}/notes", """{"content":"calls late"}""")).ShouldBe(201).Text("id");
        string shared = await api.Static("Shared", winner, loser);
        string own = await api.Static("Own", loser);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        await api.Enroll(journey, loser);

        CrmAnswer merged = (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{loser}}"}""")).ShouldBe(200);
        merged.Text("mergedBy").Should().Be("user_123");
        merged.Body.GetProperty("mergedFields").GetArrayLength().Should().Be(3);
        JsonElement customer = merged.Body.GetProperty("customer");
        customer.GetProperty("phoneNumber").GetString().Should().Be("+27821230009");
        customer.GetProperty("firstName").GetString().Should().Be("Lou");
        customer.GetProperty("authUserId").GetString().Should().Be("u9");
        customer.GetProperty("email").GetString().Should().Be("winner@x.example");
        customer.GetProperty("lifetimeValue").GetInt32().Should().Be(150);
        customer.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).Should().Equal("a", "b", "c");
        customer.GetProperty("lastActivityType").GetString().Should().Be("PROFILE_MERGED");

        (await api.Timeline(winner)).Should().BeEquivalentTo("PROFILE_MERGED", "PROFILE_CREATED", "PROFILE_CREATED", "NOTE_ADDED", "JOURNEY_ENROLLED", "JOURNEY_EXITED");
        customer.GetProperty("activityCount30d").GetInt32().Should().Be(6);
        (await api.Timeline(loser)).Should().BeEmpty();
        (await api.Get($"customers/{winner}/notes")).Ids.Should().Equal(note);
        (await api.Get($"segments/{shared}")).Number("memberCount").Should().Be(1);
        (await api.Get($"segments/{own}/members")).Ids.Should().Equal(winner);
        (await api.Get($"journeys/{journey}/enrollments")).Data[0].GetProperty("exitReason").GetString().Should().Be("customer_merged");
        CrmAnswer gone = await api.Get($"customers/{loser}");
        gone.Text("status").Should().Be("MERGED");
        gone.Text("mergedIntoId").Should().Be(winner);

        (await api.Get("customers/resolve?tenantId=tenant_123&email=loser@x.example")).Body.GetProperty("profile").GetProperty("id").GetString().Should().Be(winner);
        (await api.Get("customers/resolve?tenantId=tenant_123&authUserId=u9")).Body.GetProperty("profile").GetProperty("id").GetString().Should().Be(winner);
        (await api.Patch($"customers/{loser}", """{"firstName":"x"}""")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
        (await api.Post($"customers/{loser}/notes", """{"content":"x"}""")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
        (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{loser}}"}""")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
        (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{winner}}"}""")).ShouldFail(400, "VALIDATION_ERROR");
        (await api.Post($"customers/{winner}/merge", """{"loserId":"nobody"}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Customer not found");
    }

    [Fact]
    public async Task Keys_of_a_chain_of_merges_lead_to_the_last_winner_and_are_free_when_it_is_deleted()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string first = await api.Customer("first@x.example", ""","authUserId":"u1","phoneNumber":"+27821230001" """);
        string second = await api.Customer("second@x.example", ""","authUserId":"u2" """);
        string last = await api.Customer("last@x.example");
        (await api.Post($"customers/{second}/merge", $$"""{"loserId":"{{first}}"}""")).ShouldBe(200);
        (await api.Post($"customers/{last}/merge", $$"""{"loserId":"{{second}}"}""")).ShouldBe(200);
        string[] keys = ["authUserId=u1", "authUserId=u2", "email=first@x.example", "email=second@x.example", "phone=%2B27821230001", "email=last@x.example&phone=%2B27821230001"];
        foreach (string key in keys) (await Resolve(key)).GetProperty("profile").GetProperty("id").GetString().Should().Be(last, key);
        (await Resolve(keys[^1])).GetProperty("confidence").GetInt32().Should().Be(99);
        (await api.Get($"customers/{first}")).Text("mergedIntoId").Should().Be(second);
        (await api.Post("customers", """{"tenantId":"tenant_123","authUserId":"u1"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");

        (await api.Delete($"customers/{last}")).ShouldBe(204);
        foreach (string key in keys[..4]) (await Resolve(key)).GetProperty("isNew").GetBoolean().Should().BeTrue(key);

        async Task<JsonElement> Resolve(string key) => (await api.Get($"customers/resolve?tenantId=tenant_123&{key}")).ShouldBe(200).Body;
    }

    [Fact]
    public async Task A_user_of_another_tenant_is_neither_found_nor_created()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]);
        (await api.Post("customers", """{"tenantId":"other","authUserId":"u1"}""")).ShouldBe(201);
        (await api.Get("customers/resolve?tenantId=tenant_123&authUserId=u1")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Customer not found");
        (await api.Get("customers?tenantId=tenant_123")).Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task A_deleted_customer_leaves_segments_and_journeys()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        string segment = await api.Static("Board", id);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        await api.Enroll(journey, id);
        (await api.Delete($"customers/{id}")).ShouldBe(204);
        (await api.Get($"segments/{segment}")).Number("memberCount").Should().Be(0);
        (await api.Get($"journeys/{journey}/enrollments")).Data[0].GetProperty("exitReason").GetString().Should().Be("customer_deleted");
        (await api.Delete($"customers/{id}")).ShouldFail(400, "INVALID_STATE", "Customer is DELETED");
        (await api.Get("customers/resolve?tenantId=tenant_123&email=dana@acme.example")).Body.GetProperty("isNew").GetBoolean().Should().BeTrue();
    }
}
