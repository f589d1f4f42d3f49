using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Fields to change; absent fields stay. null clears a nullable field. Consent flags, scores and fields fed by other services are
/// refused.
/// </summary>
public sealed record UpdateCustomerRequest
{
    /// <summary>New e-mail address. At most 254 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; init; }

    /// <summary>New phone number in E.164 form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>First name. At most 100 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> FirstName { get; init; }

    /// <summary>Last name. At most 100 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LastName { get; init; }

    /// <summary>Name to show. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DisplayName { get; init; }

    /// <summary>
    /// Commercial stage: SUBSCRIBER (only an address), LEAD (interest shown), PROSPECT (engaged with content), CUSTOMER (has
    /// bought), MEMBER (active membership), ADVOCATE (refers others), CHURNED (lapsed). PROSPECT is missing from the list filter's
    /// published values but present in the profile model.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<LifecycleStage> LifecycleStage { get; init; }

    /// <summary>ACTIVE or INACTIVE; the other states are reached by merge and delete.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomerStatus> Status { get; init; }

    /// <summary>User id at the identity provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AuthUserId { get; init; }

    /// <summary>Replaces all tags: each of 1 to 50 characters and none twice. At most 100 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> Tags { get; init; }

    /// <summary>Replaces all external ids.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomerExternalIds> ExternalIds { get; init; }
}
