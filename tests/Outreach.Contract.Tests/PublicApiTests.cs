using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Outreach.Contract.Tests;

/// <summary>
/// The public surface of each library stands in a text file beside it, so that a change of it is seen in review. To take a change
/// over, run these tests with <c>UPDATE_PUBLIC_API=1</c>.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => ["Outreach.Sdk", "Outreach.Sdk.AspNetCore", "Outreach.FakeServer", "Outreach.FakeServer.AspNetCore"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_one_that_was_reviewed(string library)
    {
        string listing = Listing(Assembly.Load(library));
        string file = Path.Combine(Repository.Root, "src", library, "PublicApi.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1") File.WriteAllText(file, listing);

        string[] reviewed = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n');
        string[] present = listing.Split('\n');

        present.Except(reviewed).Should().BeEmpty($"new public members belong into {library}/PublicApi.txt");
        reviewed.Except(present).Should().BeEmpty($"members of {library}/PublicApi.txt are gone");
    }

    private static string Listing(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().Where(type => !IsGenerated(type)).OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not Type && IsVisible(member) && !IsGenerated(member))
                .Select(member => $"  {Name(type)}: {Signature(member)}");
            foreach (string member in members.Distinct().Order(StringComparer.Ordinal)) text.Append(member).Append('\n');
        }

        return text.ToString();
    }

    // The members that the compiler gives every record, and the JSON generator every context, say nothing about the surface.
    private static bool IsGenerated(MemberInfo member)
        => member.IsDefined(typeof(CompilerGeneratedAttribute), false) && member is not PropertyInfo
            || (member.DeclaringType?.BaseType?.Name == "JsonSerializerContext" && member.Name != "Default")
            || member.Name is "EqualityContract" or "<Clone>$" or "PrintMembers" or "Deconstruct"
            || member is FieldInfo { IsSpecialName: true };

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !(method.IsSpecialName && method.Name.AsSpan().IndexOf('_') is 3 or 6 && method.Name[..3] is "get" or "set" or "add" or "rem"),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisibleAccessor),
        FieldInfo field => field.IsPublic || field.IsFamily,
        EventInfo change => change.AddMethod!.IsPublic,
        _ => false,
    };

    private static bool IsVisibleAccessor(MethodInfo accessor) => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly;

    private static string Kind(Type type)
        => type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string Signature(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "")}({Parameters(method)})",
        PropertyInfo property => $"{(property.GetAccessors(true)[0].IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{ {string.Join(' ', property.GetAccessors(true).Where(IsVisibleAccessor).Select(Accessor))} }}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        _ => member.ToString()!,
    };

    private static string Accessor(MethodInfo accessor)
        => accessor.ReturnType != typeof(void) ? "get;" : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = …" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        string name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Namespace?.StartsWith("Outreach", StringComparison.Ordinal) is true ? $"{type.Namespace}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
