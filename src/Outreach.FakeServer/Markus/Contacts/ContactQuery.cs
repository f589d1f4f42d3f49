using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Filters and order of a list of contacts.</summary>
internal sealed record ContactQuery
{
    public string? CampaignId { get; init; }

    public ContactStatus? Status { get; init; }

    public ContactType? Type { get; init; }

    public ContactSource? Source { get; init; }

    public Channel? Channel { get; init; }

    public string? Tag { get; init; }

    public string? Search { get; init; }

    public bool IncludeDeleted { get; init; }

    public ContactSort Sort { get; init; } = ContactSort.CreatedAt;

    public bool Descending { get; init; } = true;

    private bool IsFiltered => Status is not null || Type is not null || Source is not null || Channel is not null || Tag is not null || Search is not null;

    /// <summary>One page. In order of creation and without filters only the rows of the page are looked at.</summary>
    public ListPage<ContactRow> Page(MarkusState state, AccountRow account, PageRequest page)
    {
        CampaignRow? campaign = CampaignId is null ? null : state.Campaigns.Find(CampaignId);
        if (CampaignId is not null && campaign?.AccountId != account.Id) return new ListPage<ContactRow>(page, [], 0);
        if (Sort == ContactSort.CreatedAt && !IsFiltered && ByPlace(state, account, campaign, page) is { } direct) return direct;

        bool byCampaign = campaign is not null && !IncludeDeleted;
        IEnumerable<ContactRow> oldest = byCampaign ? state.ContactsByCampaign[CampaignId] : state.ContactsByAccount[account.Id];
        if (byCampaign && campaign!.Counters.MovedIn) oldest = oldest.OrderBy(row => row.Ordinal);
        return Sort.Value switch
        {
            "updated_at" => ListPage<ContactRow>.Sorted(page, oldest, Fits, row => row.UpdatedAt, Comparer<DateTimeOffset>.Default, Descending),
            "last_contacted_at" => ListPage<ContactRow>.Sorted(page, oldest, Fits, row => row.LastContactedAt, Comparer<DateTimeOffset?>.Default, Descending),
            "name" => ListPage<ContactRow>.Sorted(page, oldest, Fits, row => row.Name, StringComparer.OrdinalIgnoreCase, Descending),
            "email" => ListPage<ContactRow>.Sorted(page, oldest, Fits, row => row.Email, StringComparer.OrdinalIgnoreCase, Descending),
            _ when !Descending => ListPage<ContactRow>.Of(page, oldest, Fits),
            _ when byCampaign && !campaign!.Counters.MovedIn => ListPage<ContactRow>.Of(page, state.ContactsByCampaign[CampaignId].Newest(), Fits),
            _ when byCampaign => ListPage<ContactRow>.Of(page, oldest.Reverse(), Fits),
            _ => ListPage<ContactRow>.Of(page, state.ContactsByAccount[account.Id].Newest(), Fits),
        };
    }

    private ListPage<ContactRow>? ByPlace(MarkusState state, AccountRow account, CampaignRow? campaign, PageRequest page)
    {
        if (campaign is not null)
        {
            if (IncludeDeleted || campaign.Counters.MovedIn) return null;
            Index<ContactRow>.Rows rows = state.ContactsByCampaign[campaign.Id];
            return ListPage<ContactRow>.Of(page, Descending ? rows.Newest() : rows, rows.Count);
        }

        int all = state.ContactsByAccount.Count(account.Id);
        int total = IncludeDeleted ? all : account.ContactCount;
        if (total == all && all == state.Contacts.Extent)
        {
            List<ContactRow> items = [];
            for (long i = page.Skip; i < Math.Min(page.Skip + page.Limit, total); i++) items.Add(state.Contacts.At((int)(Descending ? total - 1 - i : i))!);
            return new ListPage<ContactRow>(page, items, total);
        }

        IEnumerable<ContactRow> ordered = Descending ? state.ContactsByAccount[account.Id].Newest() : state.ContactsByAccount[account.Id];
        return ListPage<ContactRow>.Of(page, total == all ? ordered : ordered.Where(row => row.DeletedAt is null), total);
    }

    private bool Fits(ContactRow row)
        => (IncludeDeleted || row.DeletedAt is null)
            && (CampaignId is null || row.CampaignId == CampaignId)
            && (Status is null || row.Status == Status)
            && (Type is null || row.Type == Type)
            && (Source is null || row.Source == Source)
            && (Channel is not { } channel || !string.IsNullOrEmpty(row.AddressOn(channel)))
            && (Tag is null || row.Tags.Contains(Tag, StringComparer.Ordinal))
            && (Search is null || Has(row.Name) || Has(row.Email) || Has(row.Company));

    private bool Has(string? text) => text is not null && text.Contains(Search!, StringComparison.OrdinalIgnoreCase);
}
