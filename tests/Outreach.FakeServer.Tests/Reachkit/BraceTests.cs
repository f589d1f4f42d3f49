using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class BraceTests
{
    [Theory]
    [InlineData("Hi {{first_name", null, "subject", 3)]
    [InlineData("Hi", "<p>{{ {{company}}</p>", "body_html", 3)]
    public async Task A_new_variant_with_an_open_brace_is_refused_where_it_opens(string subject, string? html, string field, int offset)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        Campaign campaign = await client.Reachkit.Campaigns.CreateAsync(new() { Name = "Q1" });
        Sequence step = (await client.Reachkit.Sequences.ListAsync(campaign.Id))[0];

        OutreachValidationException refusal = (await FluentActions.Awaiting(() => client.Reachkit.Sequences.CreateVariantAsync(campaign.Id, step.Id, new() { Subject = subject, BodyHtml = html }))
            .Should().ThrowAsync<OutreachValidationException>()).Which;

        refusal.Code.Value.Should().Be(ReachkitErrorCodes.UnbalancedBraces);
        refusal.Details!.Value.GetProperty("field").GetString().Should().Be(field);
        refusal.Details!.Value.GetProperty("offset").GetInt32().Should().Be(offset);
        (await client.Reachkit.Sequences.ListAsync(campaign.Id))[0].Variants.Should().ContainSingle();
    }
}
