using System.Text.Json.Serialization;

namespace LeadImport;

/// <summary>The checkpoint's JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class LeadImportJson : JsonSerializerContext;
