using System.Text.Json;

namespace Outreach.FakeServer.Crm;

/// <summary>How deep free JSON may be nested, so that it can be written wherever it is shown.</summary>
internal static class CrmJsonDepth
{
    /// <summary>Deepest nesting of a stored value.</summary>
    public const int Stored = 32;

    /// <summary>Whether a value is nested deeper than a number of levels; never looks deeper than that.</summary>
    public static bool IsDeeper(JsonElement value, int levels) => value.ValueKind switch
    {
        JsonValueKind.Object => levels == 0 || value.EnumerateObject().Any(member => IsDeeper(member.Value, levels - 1)),
        JsonValueKind.Array => levels == 0 || value.EnumerateArray().Any(item => IsDeeper(item, levels - 1)),
        _ => false,
    };
}
