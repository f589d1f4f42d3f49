using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new profile. At least one of email, phoneNumber and authUserId must be given.</summary>
public sealed record CreateCustomerRequest
{
    /// <summary>Tenant that will own the profile. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>E-mail address; stored trimmed and lower case. At most 254 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    /// <summary>Phone number in E.164 form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PhoneNumber { get; init; }

    /// <summary>First name. At most 100 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FirstName { get; init; }

    /// <summary>Last name. At most 100 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastName { get; init; }

    /// <summary>Stage to start in; SUBSCRIBER when absent (default inferred).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LifecycleStage? LifecycleStage { get; init; }

    /// <summary>User id at the identity provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AuthUserId { get; init; }

    /// <summary>Name to show. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    /// <summary>Free labels, each of 1 to 50 characters and none twice. At most 100 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Identifiers in legacy and outside systems. Known keys are listed; others may occur.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CustomerExternalIds? ExternalIds { get; init; }
}
