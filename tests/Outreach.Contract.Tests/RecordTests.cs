using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Contract.Tests;

public sealed class RecordTests
{
    /// <summary>Every named schema that describes an object and is no envelope.</summary>
    public static TheoryData<string, string> Objects => [.. Schemas(schema => schema.TryGetProperty("properties", out _))];

    /// <summary>Every named schema that lists values.</summary>
    public static TheoryData<string, string> Enums => [.. Schemas(schema => schema.TryGetProperty("enum", out _)).Where(pair => pair.Item2 != "ErrorCode")];

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_record_has_exactly_the_members_of_its_schema(string apiName, string schemaName)
    {
        Api api = Api.All[apiName];
        JsonElement schema = api.Document.Schema(schemaName);
        Type record = RecordOf(api, schemaName) ?? throw new Xunit.Sdk.XunitException($"{apiName} has no record for the schema {schemaName}");
        JsonTypeInfo info = api.Json.GetTypeInfo(record) ?? throw new Xunit.Sdk.XunitException($"{record.Name} is not on the JSON context of {apiName}");

        IEnumerable<string> members = info.Kind == JsonTypeInfoKind.Object ? info.Properties.Where(property => property.Get is not null && !property.IsExtensionData).Select(property => property.Name) : ConverterMembers(record);
        IEnumerable<string> discriminator = info.PolymorphismOptions is null && record.BaseType is { } parent && api.Json.GetTypeInfo(parent)?.PolymorphismOptions is { } polymorphism ? [polymorphism.TypeDiscriminatorPropertyName] : [];

        if (schemaName == "EmailTrashed") members = members.Except(["deleted"]);

        members.Concat(discriminator).Should().BeEquivalentTo(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name), $"{schemaName} says so");
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void An_open_enum_knows_exactly_the_values_of_its_schema_and_keeps_others(string apiName, string schemaName)
    {
        Api api = Api.All[apiName];
        Type type = RecordOf(api, schemaName) ?? throw new Xunit.Sdk.XunitException($"{apiName} has no enum for the schema {schemaName}");
        IEnumerable<string> known = ((System.Collections.IEnumerable)type.GetProperty("Known", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Cast<object>().Select(value => value.ToString()!);

        known.Should().Equal(api.Document.Schema(schemaName).GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        type.GetMethod("From", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, ["a value of tomorrow"])!.ToString().Should().Be("a value of tomorrow");
        Activator.CreateInstance(type)!.ToString().Should().BeEmpty();
        if (api.Json.GetTypeInfo(type) is { } info)
            JsonSerializer.Serialize(JsonSerializer.Deserialize("\"a value of tomorrow\"", info)!, info).Should().Be("\"a value of tomorrow\"");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_record_writes_required_members_always(string apiName, string schemaName)
    {
        Api api = Api.All[apiName];
        JsonElement schema = api.Document.Schema(schemaName);
        Type record = RecordOf(api, schemaName)!;
        JsonTypeInfo info = api.Json.GetTypeInfo(record)!;
        if (schemaName == "EmailTrashed" || info.Kind != JsonTypeInfoKind.Object || record.IsAbstract || info.Properties.Any(property => property.IsRequired)) return;

        using JsonDocument empty = JsonDocument.Parse("{}");
        JsonElement written = JsonSerializer.SerializeToElement(JsonSerializer.Deserialize(empty, info)!, info);

        if (schema.TryGetProperty("required", out JsonElement required) && required.GetArrayLength() > 0 && !schemaName.EndsWith("Request", StringComparison.Ordinal))
            written.EnumerateObject().Select(member => member.Name).Should().Contain(required.EnumerateArray().Select(name => name.GetString()), $"{schemaName} requires them");
    }

    private static IEnumerable<(string, string)> Schemas(Func<JsonElement, bool> select)
        => Api.All.Values.SelectMany(api => api.Document.Root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => select(schema.Value) && !IsEnvelope(schema.Name, schema.Value))
            .Select(schema => (api.Name, schema.Name)));

    // An envelope is what the transport takes off: it carries data, an error or a page, and nothing of its own.
    private static bool IsEnvelope(string name, JsonElement schema)
        => name is "ErrorBody" or "ErrorResponse" or "PlatformErrorBody" or "ValidationIssue" or "ErrorDetails" or "ValidationErrorDetails" or "TemplateErrorDetails"
            || name is "Pagination" or "PageMetadata" or "PageMeta"
            || (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty("data", out JsonElement data)
                && properties.EnumerateObject().All(property => property.Name is "data" or "success" or "pagination" or "metadata" or "meta")
                && name is not "GraphQLResponse");

    // The two answers of an e-mail's deletion are one record: a caller gets one type that says which it was.
    private static Type? RecordOf(Api api, string schemaName)
        => schemaName == "EmailTrashed" ? typeof(Outreach.Sdk.Mailmark.EmailDeleteResult) : api.ClientType.Assembly.GetExportedTypes().SingleOrDefault(type => type.Namespace == api.ClientType.Namespace && type.Name == schemaName);

    // A record with a converter of its own is written member by member in it; its public properties are the members.
    private static IEnumerable<string> ConverterMembers(Type record)
        => record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract").Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
}
