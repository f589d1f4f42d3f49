using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>An operation and what answers it.</summary>
internal sealed record Route<TCall>(Operation Operation, Func<TCall, FakeResponse> Endpoint);
