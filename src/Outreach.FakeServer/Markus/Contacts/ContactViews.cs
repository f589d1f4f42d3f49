using System.Collections.ObjectModel;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Contacts as they stand on the wire.</summary>
internal static class ContactViews
{
    public static RowJson<ContactRow, Contact> Json { get; } = new(Contact, MarkusJson.Default.Contact);

    public static Contact Contact(ContactRow row) => new()
    {
        Id = row.Id,
        CampaignId = row.CampaignId,
        Name = row.Name,
        Email = row.Email,
        Company = row.Company,
        Title = row.Title,
        Type = row.Type,
        Phone = row.Phone,
        Website = row.Website,
        Social = row.Social ?? new SocialHandles(),
        Location = row.Location ?? new Location(),
        Tags = row.Tags,
        Notes = row.Notes,
        CustomFields = row.CustomFields ?? ReadOnlyDictionary<string, string>.Empty,
        Status = row.Status,
        Source = row.Source,
        RelevanceScore = row.RelevanceScore,
        LastContactedAt = row.LastContactedAt,
        LastRepliedAt = row.LastRepliedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        DeletedAt = row.DeletedAt,
    };

    public static ContactSummary Summary(ContactRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Email = row.Email,
        Company = row.Company,
        Type = row.Type,
        Status = row.Status,
    };

    public static ContactEventData EventData(ContactRow row) => new()
    {
        Id = row.Id,
        CampaignId = row.CampaignId,
        Name = row.Name,
        Email = row.Email,
        Company = row.Company,
        Type = row.Type,
        Tags = row.Tags,
        Status = row.Status,
        Source = row.Source,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        DeletedAt = row.DeletedAt,
    };
}
