using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>
/// Reads values of a state file, which may have been edited by hand: a member that is unknown, lacking or null where it may not be
/// is refused, and not found out later by a service that trusts its state.
/// </summary>
internal static class StateJson
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Strict = [];

    /// <summary>How values of a type are read.</summary>
    public static JsonTypeInfo<T> Of<T>(JsonTypeInfo<T> type) where T : class
        => (JsonTypeInfo<T>)Strict.GetValue(type.Options, Make).GetTypeInfo(typeof(T));

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">What <see cref="Of"/> gave.</param>
    /// <param name="index">Its place in its part; null when it is all of it.</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static T Read<T>(JsonElement value, JsonTypeInfo<T> type, int? index = null) where T : class
    {
        try
        {
            return value.Deserialize(type) ?? throw new FormatException($"{(index is null ? "it" : $"[{index}]")} is null.");
        }
        catch (JsonException e)
        {
            string at = (index is null ? "" : $"[{index}]") + (e.Path is { } path ? path[1..] : ""), reason = Reason(e.Message);
            throw new FormatException(at.Length == 0 ? reason : $"{at.TrimStart('.')}: {reason}", e);
        }
    }

    // The serializer's words name types of this program, which say nothing to whoever edited the file.
    private static string Reason(string message)
    {
        if (message.StartsWith("The JSON value could not be converted to ", StringComparison.Ordinal)) return "is of another type, or out of bounds.";
        if (message.StartsWith("The JSON property ", StringComparison.Ordinal) && message.Contains("could not be mapped", StringComparison.Ordinal)) return "is unknown here.";
        if (message.Contains("doesn't allow ", StringComparison.Ordinal) && message.Contains("null values", StringComparison.Ordinal)) return "is null.";
        const string lacks = "was missing required properties including: ";
        int at = message.IndexOf(lacks, StringComparison.Ordinal);
        return at < 0 ? message.Split(" Path: ", 2)[0] : $"lacks {message[(at + lacks.Length)..].Split(". Path: ", 2)[0].TrimEnd('.')}.";
    }

    private static JsonSerializerOptions Make(JsonSerializerOptions options)
    {
        JsonSerializerOptions strict = new(options)
        {
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        strict.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(RequireMembers).WithAddedModifier(RefuseNullItems);
        return strict;
    }

    // The fake's own rows are written with all their members; those that may not be null would be null, or nothing in particular, if
    // they were left out.
    private static void RequireMembers(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly != typeof(StateJson).Assembly) return;
        foreach (JsonPropertyInfo member in type.Properties)
        {
            bool mayBeNull = member.PropertyType.IsValueType ? Nullable.GetUnderlyingType(member.PropertyType) is not null : member.IsSetNullable;
            if (!mayBeNull && !member.IsExtensionData && (member.Set is not null || member.AssociatedParameter is not null)) member.IsRequired = true;
        }
    }

    // No list or map of a row holds nulls, and annotations of their items are not looked at by the serializer.
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        JsonPropertyInfo[] lists = [.. type.Properties.Where(member => member.Get is not null && IsOfObjects(member.PropertyType))];
        if (lists.Length == 0) return;
        type.OnDeserialized += row =>
        {
            foreach (JsonPropertyInfo list in lists)
            {
                switch (list.Get!(row))
                {
                    case IEnumerable<KeyValuePair<string, string?>> map when map.FirstOrDefault(pair => pair.Value is null).Key is { } key:
                        throw new JsonException($"{list.Name}.{key} is null.");
                    case IEnumerable items when items.Cast<object?>().Any(item => item is null):
                        throw new JsonException($"{list.Name} has an item that is null.");
                }
            }
        };
    }

    private static bool IsOfObjects(Type type)
        => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.GenericTypeArguments is [.., { IsValueType: false }];
}
