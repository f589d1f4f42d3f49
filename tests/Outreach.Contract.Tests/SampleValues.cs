using System.Collections;
using System.Reflection;
using Outreach.Sdk;

namespace Outreach.Contract.Tests;

/// <summary>Values for the arguments of a client's methods.</summary>
internal static class SampleValues
{
    /// <summary>A query record with every member set.</summary>
    public static object Filled(Type record)
    {
        object filled = Activator.CreateInstance(record)!;
        foreach (PropertyInfo property in record.GetProperties().Where(property => property.CanWrite))
            property.SetValue(filled, Of(property.PropertyType));
        return filled;
    }

    /// <summary>A value of a type.</summary>
    public static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "some text";
        if (type == typeof(int)) return 3;
        if (type == typeof(long)) return 3L;
        if (type == typeof(double)) return 3.5;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.Zero);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
        if (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IOpenEnum<>)))
            return ((IEnumerable)type.GetProperty("Known", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Cast<object>().First();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            Array one = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            one.SetValue(Of(type.GetGenericArguments()[0]), 0);
            return one;
        }

        throw new NotSupportedException($"no sample of {type}");
    }
}
