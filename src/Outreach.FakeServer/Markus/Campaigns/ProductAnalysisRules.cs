using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Product analysis: started by a caller, done 15 seconds later.</summary>
internal sealed class ProductAnalysisRules(MarkusState state)
{
    /// <summary>Ends an analysis.</summary>
    public const string Job = "markus.productAnalysis";

    /// <summary>Most target profiles of a campaign.</summary>
    public const int MostProfiles = 20;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    /// <summary>Starts an analysis.</summary>
    public ProductAnalysis Start(CampaignRow campaign)
    {
        state.Allowances.UseAi(campaign.AccountId, campaign.Id, AiKind.ProductAnalysis);
        ProductAnalysis analysis = new()
        {
            Id = state.World.Ids.Uuid("markus.productAnalyses"),
            CampaignId = campaign.Id,
            Status = ProductAnalysisStatus.Processing,
            StartedAt = state.Now,
        };
        state.Campaigns.Update(state.Campaigns.Find(campaign.Id)! with { Analysis = analysis });
        state.World.Jobs.Schedule(state.Now + Duration, Job, campaign.Id, analysis.Id);
        return analysis;
    }

    /// <summary>Ends an analysis: profiles made by the AI are replaced, hand-made ones stay.</summary>
    public void Finish(string campaignId, string? analysisId)
    {
        if (state.Campaigns.Find(campaignId) is not { } campaign || campaign.Status == CampaignStatus.Deleted || campaign.Analysis?.Id != analysisId) return;
        ProductAnalysis analysis = campaign.Analysis!;
        if (campaign.Product is not { } product)
        {
            analysis = analysis with { Status = ProductAnalysisStatus.Failed, Error = "the campaign has no product any more", CompletedAt = state.Now };
        }
        else if ($"{product.Name} {product.Url} {product.Description}".Contains("[fail]", StringComparison.Ordinal))
        {
            analysis = analysis with { Status = ProductAnalysisStatus.Failed, Error = "the product could not be analysed", CompletedAt = state.Now };
        }
        else
        {
            IReadOnlyList<string> keywords = Keywords(product);
            IReadOnlyList<string> values = product.KeyBenefits is { Count: > 0 } benefits ? benefits : [product.Description ?? product.Name];
            IReadOnlyList<string> audiences = [$"Businesses that look for {keywords[0]}", $"Decision makers for {keywords[^1]}", $"Early adopters of {product.Name}"];
            analysis = analysis with
            {
                Status = ProductAnalysisStatus.Completed,
                Summary = product.Description is { } description ? $"{product.Name}: {description}" : $"{product.Name} is the product of {campaign.Name}.",
                ValuePropositions = values,
                TargetAudiences = audiences,
                Keywords = keywords,
                ProfilesCreated = ReplaceProfiles(campaign, product, audiences, keywords),
                CompletedAt = state.Now,
            };
        }

        CampaignRow row = state.Campaigns.Update(campaign with { Analysis = analysis, UpdatedAt = state.Now });
        state.Events.Fire(row.AccountId, WebhookEventType.CampaignUpdated, CampaignViews.EventData(row), MarkusJson.Default.CampaignEventData);
    }

    private int ReplaceProfiles(CampaignRow campaign, ProductDetails product, IReadOnlyList<string> audiences, IReadOnlyList<string> keywords)
    {
        foreach (TargetProfileRow profile in state.TargetProfilesByCampaign[campaign.Id])
            if (profile.Source == TargetProfileSource.Ai) state.TargetProfiles.Remove(profile);
        ContactType[] types = [ContactType.Business, ContactType.Brand, ContactType.Individual];
        int created = 0;
        for (int i = 0; i < audiences.Count && state.TargetProfilesByCampaign.Count(campaign.Id) < MostProfiles; i++)
        {
            string name = MarkusWriter.Cut(audiences[i], 120);
            if (state.TargetProfilesByCampaign[campaign.Id].Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) continue;
            state.TargetProfiles.Add(new TargetProfileRow
            {
                CampaignId = campaign.Id,
                Name = name,
                Description = MarkusWriter.Cut($"Found by the analysis of {product.Name}.", 2000),
                ContactTypes = [types[i]],
                Keywords = keywords,
                Source = TargetProfileSource.Ai,
                CreatedAt = state.Now,
            });
            created++;
        }

        return created;
    }

    // The longer words of what the product says about itself, in order of appearance.
    private static List<string> Keywords(ProductDetails product)
    {
        string[] words = $"{product.Description} {string.Join(' ', product.KeyBenefits ?? [])}".Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> keywords = [MarkusWriter.Cut(product.Name.ToLower(CultureInfo.InvariantCulture), 100)];
        foreach (string raw in words)
        {
            string word = MarkusWriter.Cut(raw.Trim('.', ',', ';', ':', '!', '?', '(', ')').ToLower(CultureInfo.InvariantCulture), 100);
            if (word.Length >= 6 && !keywords.Contains(word)) keywords.Add(word);
            if (keywords.Count == 6) break;
        }

        return keywords;
    }
}
