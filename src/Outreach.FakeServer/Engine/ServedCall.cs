using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>A request with all that is known of it once the service has answered.</summary>
internal sealed record ServedCall(ApiModule Module, Operation? Operation, string? Key, string Path, FakeRequest Request, ArmedFault? Fault, DateTimeOffset At, FakeResponse Response);
