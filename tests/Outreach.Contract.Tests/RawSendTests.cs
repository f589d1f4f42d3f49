using System.Text.Json;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.Contract.Tests;

/// <summary>What <c>SendAsync(operation, arguments)</c> takes for granted about the contracts.</summary>
public sealed class RawSendTests
{
    [Theory]
    [MemberData(nameof(Api.EveryOperation), MemberType = typeof(Api))]
    public void A_flat_object_can_carry_path_query_and_body(string name)
    {
        (_, ContractOperation contract) = Api.Find(name);
        string[] parameters = [.. contract.Parameters.Select(parameter => parameter.GetProperty("name").GetString()!)];
        string[] body = [.. BodyMembers(contract)];

        parameters.Concat(body).Should().OnlyHaveUniqueItems();
        if (contract.Method is "GET" or "DELETE") body.Should().BeEmpty();
        else contract.Parameters.Should().NotContain(parameter => parameter.GetProperty("in").GetString() == "query");
        if (contract.Method is "PATCH" or "PUT") contract.RequestBody.Should().NotBeNull();
    }

    [Theory]
    [MemberData(nameof(Api.EveryOperation), MemberType = typeof(Api))]
    public void The_client_knows_which_answers_are_files(string name)
    {
        (Api api, ContractOperation contract) = Api.Find(name);
        JsonElement success = contract.Json.GetProperty("responses").EnumerateObject().First(response => response.Name[0] == '2').Value;
        bool hasContent = contract.Document.Resolve(success).TryGetProperty("content", out JsonElement content);

        api.ClientOperation(contract.Id).IsFile.Should().Be(hasContent && !content.TryGetProperty("application/json", out _));
    }

    [Fact]
    public void The_client_knows_which_operations_of_Crm_take_a_tenant()
    {
        CrmTenant.Operations.Should().BeEquivalentTo(ContractDocument.Of("crm").Operations.Values
            .Where(operation => operation.Parameters.Select(parameter => parameter.GetProperty("name").GetString()).Concat(BodyMembers(operation)).Contains("tenantId"))
            .Select(operation => operation.Id));
    }

    private static IEnumerable<string> BodyMembers(ContractOperation operation)
        => operation.RequestBody is { } body && operation.Document.Resolve(body.GetProperty("schema")).TryGetProperty("properties", out JsonElement members)
            ? members.EnumerateObject().Select(member => member.Name)
            : [];
}
