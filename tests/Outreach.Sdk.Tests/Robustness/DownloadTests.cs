using System.Net;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Robustness;

/// <summary>What a download is called, and how long it may take.</summary>
public sealed class DownloadTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("attachment", null)]
    [InlineData("attachment; filename=plan.pdf", "plan.pdf")]
    [InlineData("attachment; filename=\"the plan.pdf\"", "the plan.pdf")]
    [InlineData("attachment; filename=\"../../etc/plan.pdf\"", "plan.pdf")]
    [InlineData("attachment; filename=\"C:\\\\Windows\\\\plan.pdf\"", "plan.pdf")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%2Fplan.pdf", "plan.pdf")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"plans/\"", null)]
    [InlineData("attachment; filename=\"plan.pdf\"; filename*=UTF-8''Gr%C3%BCn.pdf", "Grün.pdf")]
    public async Task A_file_has_the_name_that_the_service_gives_it(string? disposition, string? name)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, _ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent("hello"u8.ToArray()) };
            if (disposition is not null) response.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
            return Task.FromResult(response);
        });
        using OutreachClient client = On(handler, time);

        await using Download file = await client.Reachkit.Conversations.DownloadAttachmentAsync("c1", "a1", cancellationToken: TestContext.Current.CancellationToken);

        file.FileName.Should().Be(name);
        file.ContentType.Should().Be("application/octet-stream");
    }

    [Fact]
    public async Task A_file_may_take_longer_than_an_attempt_once_it_has_begun()
    {
        VirtualTime time = new();
        CancellationToken exchange = default;
        StubHandler handler = new(time, token =>
        {
            exchange = token;
            return Answers.Text(200, "hello", "text/plain")(token);
        });
        using OutreachClient client = On(handler, time, options => options.AttemptTimeout = TimeSpan.FromSeconds(10));

        await using Download file = await client.Reachkit.Conversations.DownloadAttachmentAsync("c1", "a1", cancellationToken: TestContext.Current.CancellationToken);
        while (time.Step()) { }

        exchange.IsCancellationRequested.Should().BeFalse();
    }

    private static OutreachClient On(StubHandler handler, VirtualTime time, Action<OutreachClientOptions>? configure = null)
        => Clients.On(handler, time, options =>
        {
            options.Reachkit.ApiKey = "k";
            configure?.Invoke(options);
        });
}
