namespace Outreach.Sdk.Mailmark;

/// <summary>Contacts to enroll.</summary>
public sealed record EnrollContactsRequest
{
    /// <summary>1 to 100 contacts.</summary>
    public required IReadOnlyList<EnrollContact> Contacts { get; init; }
}
