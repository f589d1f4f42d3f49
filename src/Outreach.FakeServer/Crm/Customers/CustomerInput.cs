using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of customer calls.</summary>
internal static class CustomerInput
{
    /// <summary>How many tags a profile may have.</summary>
    public const int MostTags = 100;

    private static readonly string[] Mirrored =
    [
        "id", "createdAt", "updatedAt", "deletedAt", "mergedIntoId", "membershipTier", "membershipStatus", "memberSince", "membershipExpiry", "handicap",
        "handicapUpdatedAt", "homeClubId", "homeClubName", "engagementScore", "engagementScoreAt", "churnRiskScore", "churnRiskScoreAt", "lifetimeValue",
        "emailOptIn", "smsOptIn", "pushOptIn", "whatsappOptIn", "lastActivityAt", "lastActivityType", "lastBookingAt", "lastEmailOpenAt", "lastEmailClickAt",
        "activityCount30d", "activityCount90d", "bookingCount30d", "sclMemberId", "teetimePlayerId", "messagingContactId",
    ];

    private static readonly string[] ReadOnlyOnCreate = [.. Mirrored, "status"];
    private static readonly string[] ReadOnlyOnUpdate = [.. Mirrored, "tenantId"];

    /// <summary>Reads a new customer.</summary>
    public static CreateCustomerRequest Create(JsonElement body) => CrmInput.Read(body, ReadOnlyOnCreate, fields =>
    {
        CreateCustomerRequest request = new()
        {
            TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
            Email = fields.Email("email").Or(null),
            PhoneNumber = fields.Phone("phoneNumber").Or(null),
            AuthUserId = fields.Text("authUserId", min: 1).Or(null),
            FirstName = fields.Text("firstName", max: 100).Or(null),
            LastName = fields.Text("lastName", max: 100).Or(null),
            DisplayName = fields.Text("displayName", max: 200).Or(null),
            LifecycleStage = fields.OneOf<LifecycleStage>("lifecycleStage").Or(null),
            Tags = Tags(fields).Or(null),
            ExternalIds = ExternalIds(fields).Or(null),
        };
        if (fields.Violations.Count == 0 && request is { Email: null, PhoneNumber: null, AuthUserId: null }) throw NoKey();
        return request;
    });

    /// <summary>Reads a change.</summary>
    public static UpdateCustomerRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, Update, patch: true);

    /// <summary>Reads a change's members.</summary>
    public static UpdateCustomerRequest Update(Fields fields) => new()
    {
        Email = fields.Email("email", nullable: true),
        PhoneNumber = fields.Phone("phoneNumber", nullable: true),
        AuthUserId = fields.Text("authUserId", nullable: true, min: 1),
        FirstName = fields.Text("firstName", nullable: true, max: 100),
        LastName = fields.Text("lastName", nullable: true, max: 100),
        DisplayName = fields.Text("displayName", nullable: true, max: 200),
        LifecycleStage = fields.OneOf<LifecycleStage>("lifecycleStage").NotNull(),
        Status = fields.OneOf<CustomerStatus>("status", allowed: [CustomerStatus.Active, CustomerStatus.Inactive]).NotNull(),
        Tags = Tags(fields).Items(),
        ExternalIds = ExternalIds(fields).NotNull(),
    };

    /// <summary>Reads the loser of a merge.</summary>
    public static MergeCustomersRequest Merge(JsonElement body)
        => CrmInput.Read(body, [], fields => new MergeCustomersRequest { LoserId = fields.Text("loserId", required: true, min: 1).Or(null) ?? "" });

    /// <summary>400: no identity key.</summary>
    public static CrmError NoKey() => CrmError.Invalid("at least one of email, phoneNumber, authUserId is required");

    private static Optional<IReadOnlyList<string>?> Tags(Fields fields) => fields.Texts("tags", max: MostTags, minLength: 1, maxLength: 50).Distinct(fields, "tags");

    private static Optional<CustomerExternalIds?> ExternalIds(Fields fields)
    {
        Optional<Fields?> ids = fields.Object("externalIds");
        if (ids is not { IsSet: true, Value: { } members }) return default;
        int before = fields.Violations.Count;
        CustomerExternalIds read = new()
        {
            McaV1ZaId = members.Text("mcaV1ZaId").Or(null),
            McaV1UkId = members.Text("mcaV1UkId").Or(null),
            GolfRsaId = members.Text("golfRsaId").Or(null),
        };
        foreach (JsonProperty member in members.Element.EnumerateObject())
        {
            if (member.Name is "mcaV1ZaId" or "mcaV1UkId" or "golfRsaId") continue;
            if (members.Text(member.Name).IsSet) (read.Others ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal))[member.Name] = member.Value.Clone();
        }

        return fields.Violations.Count == before ? read : default(Optional<CustomerExternalIds?>);
    }
}
