using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Content, strategy, response analysis, suggestions and their usage.</summary>
internal static class AiEndpoints
{
    private const int MostSuggestions = 3;

    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("ai.generateContent", GenerateContent);
        routes.Map("ai.generateStrategy", GenerateStrategy);
        routes.Map("ai.analyzeResponse", AnalyzeResponse);
        routes.Map("ai.usage", Usage);
        routes.Map("ai.suggestions", Suggestions);
    }

    private static FakeResponse GenerateContent(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? campaignId = ContactFields.ReadId(body.Fields, "campaign_id").Or(null);
        string? contactId = ContactFields.ReadId(body.Fields, "contact_id").Or(null);
        string? conversationId = ContactFields.ReadId(body.Fields, "conversation_id").Or(null);
        bool replies = body.Fields.Element.TryGetProperty("purpose", out JsonElement kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals(ContentPurpose.Reply.Value);
        if (replies && conversationId is null && !body.Fields.Violations.Any(violation => violation.Path == "conversation_id")) body.Rule("conversation_id", "is required for a reply");
        Channel channel = body.Fields.OneOf<Channel>("channel").Or(null) ?? Channel.Email;
        ContentPurpose purpose = body.Fields.OneOf<ContentPurpose>("purpose").Or(null) ?? ContentPurpose.InitialOutreach;
        MessageTone? tone = body.Fields.OneOf<MessageTone>("tone").Or(null);
        string? language = body.Fields.Text("language", form: TextForms.Language()).Or(null);
        long? maxWords = body.Fields.Integer("max_words", min: 20, max: 1000).Or(null);
        string? instructions = body.Fields.Text("instructions", nullable: true, max: 5000).Or(null);
        if (campaignId is null && string.IsNullOrWhiteSpace(instructions) && !body.Fields.Violations.Any(violation => violation.Path is "campaign_id" or "instructions")) body.Rule("", "needs campaign_id or instructions");
        body.Check();

        MarkusState state = call.State;
        CampaignRow? campaign = campaignId is null ? null : state.FindCampaign(call.AccountId, campaignId) ?? throw new MarkusError("CAMP_001");
        ContactRow? contact = contactId is null ? null : state.FindContact(call.AccountId, contactId) ?? throw new MarkusError("CONT_001");
        ConversationRow? conversation = conversationId is null ? null : state.FindConversation(call.AccountId, conversationId) ?? throw new MarkusError("CONV_001");
        string? paying = campaign?.Id ?? conversation?.CampaignId;
        state.Allowances.CheckAi(call.AccountId, paying);
        AiFilter.Check(instructions);

        campaign ??= state.FindCampaign(call.AccountId, conversation?.CampaignId);
        ContactRow reader = contact ?? state.Contacts.Find(conversation?.ContactId) ?? new ContactRow { AccountId = call.AccountId, CreatedAt = call.Now, UpdatedAt = call.Now };
        MessageTone style = tone ?? campaign?.Settings.Tone ?? MessageTone.Friendly;
        (string? subject, string text) = AiWriter.Content(campaign, reader, conversation, channel, purpose, style, instructions);
        state.Allowances.UseAi(call.AccountId, paying, AiKind.Content);
        return call.Ok(
            new GeneratedContent
            {
                Id = state.World.Ids.Uuid("markus.generatedContents"),
                CampaignId = campaignId,
                ContactId = contact?.Id,
                Channel = channel,
                Subject = subject,
                Body = maxWords is { } most ? AiWriter.Words(text, (int)most) : text,
                Tone = style,
                Language = language ?? campaign?.Settings.Language ?? "en",
                GenerationsRemaining = Remaining(call, paying),
                CreatedAt = call.Now,
            },
            MarkusJson.Default.GeneratedContent);
    }

    private static FakeResponse GenerateStrategy(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? campaignId = ContactFields.ReadId(body.Fields, "campaign_id", required: true, nullable: false).Or(null);
        string? instructions = body.Fields.Text("instructions", nullable: true, max: 5000).Or(null);
        body.Check();
        MarkusState state = call.State;
        CampaignRow campaign = state.FindCampaign(call.AccountId, campaignId) ?? throw new MarkusError("CAMP_001");
        state.Allowances.CheckAi(call.AccountId, campaign.Id);
        AiFilter.Check(instructions);
        CampaignStrategy strategy = AiWriter.Strategy(campaign, [.. state.TargetProfilesByCampaign[campaign.Id]], state.World.Ids.Uuid("markus.strategies"), call.Now);
        state.Allowances.UseAi(call.AccountId, campaign.Id, AiKind.Strategy);
        state.Campaigns.Update(state.Campaigns.Current(campaign)! with { Strategy = strategy });
        return call.Ok(strategy, MarkusJson.Default.CampaignStrategy);
    }

    private static FakeResponse AnalyzeResponse(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? messageId = ContactFields.ReadId(body.Fields, "message_id", nullable: false).Or(null);
        string? conversationId = ContactFields.ReadId(body.Fields, "conversation_id", nullable: false).Or(null);
        string? text = body.Fields.Text("text", min: 1, max: 20_000).Or(null);
        string[] members = ["message_id", "conversation_id", "text"];
        if (members.Count(body.Fields.Has) != 1) body.Rule("", "needs exactly one of message_id, conversation_id and text");
        body.Check();

        MarkusState state = call.State;
        MessageRow? message = null;
        if (messageId is not null && (!state.Messages.TryFind(messageId, out message) || message.AccountId != call.AccountId || message.Direction != MessageDirection.Inbound)) throw new MarkusError("MSG_005");
        ConversationRow? conversation = null;
        if (conversationId is not null)
        {
            conversation = state.FindConversation(call.AccountId, conversationId) ?? throw new MarkusError("CONV_001");
            message = state.MessagesByConversation[conversation.Id].Newest().FirstOrDefault(row => row.Direction == MessageDirection.Inbound)
                ?? throw MarkusError.Invalid("the conversation has no inbound message");
        }

        conversation ??= state.Conversations.Find(message?.ConversationId);
        string? paying = conversation?.CampaignId;
        state.Allowances.CheckAi(call.AccountId, paying);
        AiFilter.Check(text);

        string read = text ?? message!.Body;
        (ResponseReading reading, string? words) = ResponseReading.Of(read);
        ResponseAnalysis analysis = new()
        {
            Id = state.World.Ids.Uuid("markus.analyses"),
            ConversationId = conversation?.Id,
            MessageId = message?.Id,
            Sentiment = reading.Sentiment,
            SentimentScore = reading.Score,
            Intent = reading.Intent,
            Summary = reading.Summary,
            KeyPoints = words is null ? [] : [$"says \"{words}\""],
            SuggestedActions = reading.Actions,
            SuggestedContactStatus = reading.Status,
            Confidence = reading.Confidence,
            CreatedAt = call.Now,
        };
        state.Allowances.UseAi(call.AccountId, paying, AiKind.Analysis);
        if (conversation is not null) state.Conversations.Update(conversation with { Analysis = analysis, UpdatedAt = call.Now });
        return call.Ok(analysis, MarkusJson.Default.ResponseAnalysis);
    }

    private static FakeResponse Usage(MarkusCall call)
    {
        AccountRow account = call.Account;
        PeriodUsage usage = call.State.Allowances.Usage(account);
        int? limit = MarkusPlans.LimitsOf(account).AiGenerations;
        return call.Ok(
            new AiUsage
            {
                PeriodStart = call.State.Allowances.PeriodStart,
                PeriodEnd = call.State.Allowances.PeriodEnd,
                GenerationsUsed = usage.AiGenerations,
                GenerationsLimit = limit,
                GenerationsRemaining = AllowanceRules.Remaining(limit, usage.AiGenerations),
                ByType = new AiUsageByType
                {
                    Content = usage.AiContent,
                    Strategy = usage.AiStrategy,
                    Analysis = usage.AiAnalysis,
                    Revision = usage.AiRevision,
                    ProductAnalysis = usage.AiProductAnalysis,
                },
            },
            MarkusJson.Default.AiUsage);
    }

    private static FakeResponse Suggestions(MarkusCall call)
    {
        MarkusState state = call.State;
        ConversationRow conversation = state.FindConversation(call.AccountId, call.Path("conversation_id")) ?? throw new MarkusError("CONV_001");
        IReadOnlyList<SuggestedResponse> replies = [];
        if (state.Messages.Find(conversation.LastMessageId) is { } last && last.Direction == MessageDirection.Inbound)
        {
            // The same message gets the same suggestions, however often they are asked for.
            UuidForm ids = new(state.World.Options.Seed, "markus.suggestions");
            replies = AiWriter.Replies(conversation, state.Contacts.Find(conversation.ContactId)!, last, i => ids.Make((last.Ordinal * MostSuggestions) + i));
        }

        return call.Ok(replies, static reply => reply, MarkusJson.Default.SuggestedResponse);
    }

    private static int? Remaining(MarkusCall call, string? campaignId)
    {
        if (call.State.Campaigns.Find(campaignId) is { } campaign && AllowanceRules.IsCredit(campaign)) return AllowanceRules.CreditGenerations - campaign.Counters.AiUsed;
        AccountRow account = call.Account;
        return AllowanceRules.Remaining(MarkusPlans.LimitsOf(account).AiGenerations, call.State.Allowances.Usage(account).AiGenerations);
    }
}
