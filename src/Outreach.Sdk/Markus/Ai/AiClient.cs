namespace Outreach.Sdk.Markus;

/// <summary>Content, strategy, response analysis, suggestions.</summary>
public class AiClient
{
    private static readonly Operation GenerateContent = Operation.Post(
        "markus.ai.generateContent", "ai/generate",
        RetryClass.ThrottleOnly, scope: "ai:write", buckets: ["global", "burst", "ai:write"]);
    private static readonly Operation GenerateStrategy = Operation.Post(
        "markus.ai.generateStrategy", "ai/strategy",
        RetryClass.ThrottleOnly, scope: "ai:write", buckets: ["global", "burst", "ai:write"]);
    private static readonly Operation AnalyzeResponse = Operation.Post(
        "markus.ai.analyzeResponse", "ai/analyze-response",
        RetryClass.ThrottleOnly, scope: "ai:write", buckets: ["global", "burst", "ai:write"]);
    private static readonly Operation Usage = Operation.Get("markus.ai.usage", "ai/usage", scope: "ai:read", buckets: ["global", "burst"]);
    private static readonly Operation Suggestions = Operation.Get(
        "markus.ai.suggestions", "ai/suggestions/{conversation_id}",
        scope: "ai:read", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal AiClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected AiClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [GenerateContent, GenerateStrategy, AnalyzeResponse, Usage, Suggestions];

    /// <summary>
    /// Writes a subject and a body for a campaign, a contact or a conversation; costs one AI generation. Needs scope
    /// <c>ai:write</c>.
    /// </summary>
    /// <param name="request">What to write. <c>campaign_id</c> or <c>instructions</c> is required.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Generated text. Nothing is stored as a message.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// CAMP_001: No such campaign, or it is deleted; CONT_001: No such contact, or it is deleted; CONV_001: No such conversation.
    /// </exception>
    /// <exception cref="OutreachApiException">
    /// AI_001: The model provider cannot be reached; AI_002: The model gave no usable text.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// AI_004: Too many AI requests in the window, or no AI generation left in the billing period.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// AI_005: The input or the output was held back by the content filter; SERVER_002: The body breaks the schema; SERVER_005: A
    /// path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Nothing is sent or stored as a message. The path is inferred, not published.</remarks>
    public virtual Task<GeneratedContent> GenerateContentAsync(GenerateContentRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(GenerateContent.At(), request, MarkusJson.Default.GenerateContentRequest, MarkusJson.Default.GeneratedContent, options, cancellationToken);

    /// <summary>Plans the content of a whole campaign; costs one AI generation. Needs scope <c>ai:write</c>.</summary>
    /// <param name="request">Which campaign to plan.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A content strategy for a whole campaign.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachApiException">
    /// AI_001: The model provider cannot be reached; AI_002: The model gave no usable text.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// AI_004: Too many AI requests in the window, or no AI generation left in the billing period.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// AI_005: The input or the output was held back by the content filter; SERVER_002: The body breaks the schema; SERVER_005: A
    /// path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The strategy replaces the campaign's previous one. The path is inferred, not published.</remarks>
    public virtual Task<CampaignStrategy> GenerateStrategyAsync(GenerateStrategyRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(GenerateStrategy.At(), request, MarkusJson.Default.GenerateStrategyRequest, MarkusJson.Default.CampaignStrategy, options, cancellationToken);

    /// <summary>
    /// Reads the sentiment and the intent of an inbound message and proposes next steps; costs one AI generation. Needs scope
    /// <c>ai:write</c>.
    /// </summary>
    /// <param name="request">What to analyse: exactly one of the three members.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>AI reading of an inbound message.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// CONV_001: No such conversation; MSG_005: No such message, or one of the wrong direction.
    /// </exception>
    /// <exception cref="OutreachApiException">
    /// AI_001: The model provider cannot be reached; AI_003: The model gave no usable analysis.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// AI_004: Too many AI requests in the window, or no AI generation left in the billing period.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// AI_005: The input or the output was held back by the content filter; SERVER_002: The body breaks the schema; SERVER_005: A
    /// path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>With a message or conversation the result is kept on the conversation. The path is inferred, not published.</remarks>
    public virtual Task<ResponseAnalysis> AnalyzeResponseAsync(AnalyzeResponseRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(AnalyzeResponse.At(), request, MarkusJson.Default.AnalyzeResponseRequest, MarkusJson.Default.ResponseAnalysis, options, cancellationToken);

    /// <summary>Returns AI usage in the current billing period. Needs scope <c>ai:read</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>AI usage in the current billing period.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<AiUsage> UsageAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Usage.At(), MarkusJson.Default.AiUsage, options, cancellationToken);

    /// <summary>
    /// Returns up to three replies that fit a conversation whose last message is inbound, best first; otherwise an empty list.
    /// Needs scope <c>ai:read</c>.
    /// </summary>
    /// <param name="conversationId">Conversation id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONV_001: No such conversation.</exception>
    /// <exception cref="OutreachApiException">
    /// AI_001: The model provider cannot be reached; AI_002: The model gave no usable text.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Costs no AI generation. The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<SuggestedResponse>> SuggestionsAsync(string conversationId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(Suggestions.At(conversationId), MarkusJson.Default.ListSuggestedResponse, options, cancellationToken);
}
