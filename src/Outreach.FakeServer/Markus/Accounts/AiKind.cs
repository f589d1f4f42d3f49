namespace Outreach.FakeServer.Markus;

/// <summary>What an AI generation was for.</summary>
internal enum AiKind
{
    Content,
    Strategy,
    Analysis,
    Revision,
    ProductAnalysis,
}
