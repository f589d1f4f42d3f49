using System.Collections.Frozen;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A field that criteria may name, with the way to its value.</summary>
internal sealed class CustomerField
{
    private static readonly CustomerField[] Fields =
    [
        new("status", CustomerStatus.Known.Select(known => known.Value!), customer => customer.Status.Value),
        new("lifecycleStage", LifecycleStage.Known.Select(known => known.Value!), customer => customer.LifecycleStage.Value),
        new("engagementScore", customer => customer.EngagementScore),
        new("churnRiskScore", customer => customer.ChurnRiskScore),
        new("lifetimeValue", customer => customer.LifetimeValue),
        new("activityCount30d", customer => customer.ActivityCount30d),
        new("activityCount90d", customer => customer.ActivityCount90d),
        new("bookingCount30d", customer => customer.BookingCount30d),
        new("handicap", customer => customer.Handicap),
        new("lastActivityAt", customer => customer.LastActivityAt),
        new("memberSince", customer => customer.MemberSince),
        new("membershipExpiry", customer => customer.MembershipExpiry),
        new("lastBookingAt", customer => customer.LastBookingAt),
        new("lastEmailOpenAt", customer => customer.LastEmailOpenAt),
        new("lastEmailClickAt", customer => customer.LastEmailClickAt),
        new("createdAt", customer => (DateTimeOffset?)customer.CreatedAt),
        new("updatedAt", customer => (DateTimeOffset?)customer.UpdatedAt),
        new("membershipStatus", customer => customer.MembershipStatus),
        new("membershipTier", customer => customer.MembershipTier),
        new("homeClubId", customer => customer.HomeClubId),
        new("homeClubName", customer => customer.HomeClubName),
        new("email", customer => customer.Email),
        new("phoneNumber", customer => customer.PhoneNumber),
        new("firstName", customer => customer.FirstName),
        new("lastName", customer => customer.LastName),
        new("displayName", customer => customer.DisplayName),
        new("emailOptIn", customer => (bool?)customer.EmailOptIn),
        new("smsOptIn", customer => (bool?)customer.SmsOptIn),
        new("pushOptIn", customer => (bool?)customer.PushOptIn),
        new("whatsappOptIn", customer => customer.WhatsappOptIn),
        new("tags", customer => customer.Tags),
    ];

    private static readonly FrozenDictionary<string, CustomerField> ByName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    private CustomerField(string name, CriteriaKind kind)
    {
        Name = name;
        Kind = kind;
    }

    private CustomerField(string name, IEnumerable<string> values, Func<Customer, string?> text) : this(name, CriteriaKind.Enum)
    {
        Values = [.. values];
        Text = text;
    }

    private CustomerField(string name, Func<Customer, string?> text) : this(name, CriteriaKind.String) => Text = text;

    private CustomerField(string name, Func<Customer, double?> number) : this(name, CriteriaKind.Number) => Number = number;

    private CustomerField(string name, Func<Customer, DateTimeOffset?> date) : this(name, CriteriaKind.Date) => Date = date;

    private CustomerField(string name, Func<Customer, bool?> boolean) : this(name, CriteriaKind.Boolean) => Boolean = boolean;

    private CustomerField(string name, Func<Customer, IReadOnlyList<string>?> list) : this(name, CriteriaKind.Array) => List = list;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The kind.</summary>
    public CriteriaKind Kind { get; }

    /// <summary>The values of an enum.</summary>
    public IReadOnlyList<string> Values { get; } = [];

    /// <summary>The value of a string or an enum.</summary>
    public Func<Customer, string?> Text { get; } = static _ => null;

    /// <summary>The value of a number.</summary>
    public Func<Customer, double?> Number { get; } = static _ => null;

    /// <summary>The value of a date.</summary>
    public Func<Customer, DateTimeOffset?> Date { get; } = static _ => null;

    /// <summary>The value of a boolean.</summary>
    public Func<Customer, bool?> Boolean { get; } = static _ => null;

    /// <summary>The value of an array.</summary>
    public Func<Customer, IReadOnlyList<string>?> List { get; } = static _ => null;

    /// <summary>The field of a name; null when there is none.</summary>
    public static CustomerField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether an operator goes with the field's kind.</summary>
    public bool Takes(RuleOperator op) => op.Value switch
    {
        "isNull" or "isNotNull" => true,
        "eq" or "neq" => Kind != CriteriaKind.Array,
        "gt" or "gte" or "lt" or "lte" => Kind is CriteriaKind.Number or CriteriaKind.Date,
        "in" => Kind is CriteriaKind.Enum or CriteriaKind.String or CriteriaKind.Number or CriteriaKind.Array,
        "contains" => Kind is CriteriaKind.String or CriteriaKind.Array,
        _ => false,
    };
}
