using Outreach.Sdk.Markus;

namespace Samples;

/// <summary>A lead and the line of the file on which it stands.</summary>
internal sealed record Lead(int Line, ImportContactRow Row);
