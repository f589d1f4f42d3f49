using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class CrmErrorCodeTests
{
    [Theory]
    [InlineData(CrmErrorCodes.ValidationError, 400)]
    [InlineData(CrmErrorCodes.InvalidState, 400)]
    [InlineData(CrmErrorCodes.Unauthorized, 401)]
    [InlineData(CrmErrorCodes.Forbidden, 403)]
    [InlineData(CrmErrorCodes.ResourceNotFound, 404)]
    [InlineData(CrmErrorCodes.DuplicateResource, 409)]
    [InlineData(CrmErrorCodes.RateLimitExceeded, 429)]
    [InlineData(CrmErrorCodes.InternalError, 500)]
    [InlineData(CrmErrorCodes.UpstreamError, 502)]
    [InlineData(CrmErrorCodes.ServiceUnavailable, 503)]
    public async Task A_fault_answers_any_code_of_the_catalogue(string code, int status)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        ApiModule module = api.Fake.World.Modules.Single(module => module.Name == "crm");
        FakeResponse answer = module.Error(code, null)!;
        answer.Status.Should().Be(status);
        answer.ErrorCode.Should().Be(code);
        if (status is 429 or 503) answer.Header("Retry-After").Should().NotBeNull();
        module.Error("NO_SUCH_CODE", null).Should().BeNull();
    }

    [Theory]
    [InlineData(CrmErrorCodes.GraphqlParseFailed)]
    [InlineData(CrmErrorCodes.GraphqlValidationFailed)]
    public async Task Codes_of_GraphQL_come_with_status_200(string code)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Fake.World.Modules.Single(module => module.Name == "crm").Error(code, null)!.Status.Should().Be(200);
    }
}
