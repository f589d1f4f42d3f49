using System.Text.Json.Serialization;

namespace Outreach.FakeServer;

/// <summary>How the engine's own parts are written to a state file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OutboxMessage))]
internal sealed partial class EngineJson : JsonSerializerContext;
