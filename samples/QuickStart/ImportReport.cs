namespace QuickStart;

/// <summary>What became of the file's rows.</summary>
internal sealed record ImportReport(string CampaignId, int Created, int Duplicates, int Invalid);
