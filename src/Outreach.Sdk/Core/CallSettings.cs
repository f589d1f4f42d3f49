namespace Outreach.Sdk;

/// <summary>What the attempts of one call have in common.</summary>
/// <param name="Body">The body; null for none.</param>
/// <param name="Header">The call's own header.</param>
/// <param name="Options">What the caller wants differently.</param>
/// <param name="WantsInfo">Whether anybody wants to know about the answer.</param>
internal readonly record struct CallSettings(RequestBody? Body, KeyValuePair<string, string>? Header, RequestOptions? Options, bool WantsInfo);
