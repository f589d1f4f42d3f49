using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;
using Campaign = Outreach.Sdk.Markus.Campaign;
using CampaignsClient = Outreach.Sdk.Markus.CampaignsClient;
using ListCampaignsRequest = Outreach.Sdk.Markus.ListCampaignsRequest;

namespace Outreach.Docs.Snippets;

/// <summary>The snippets of <c>docs/recipes.md</c>.</summary>
public static class RecipeSnippets
{
    [Runs]
    public static async Task EverythingOfAList(OutreachClient client, string campaignId)
    {
        await foreach (Contact contact in client.Markus.Contacts.ListAllAsync(new() { CampaignId = campaignId, Limit = 100 }))
            Console.WriteLine(contact.Email);
    }

    [Runs]
    public static async Task OneMember(OutreachClient client, string contactId)
    {
        await client.Markus.Contacts.UpdateAsync(contactId, new() { Company = "Acme", Title = null });     // Title is cleared, the rest stays
    }

    public static void SeveralAccounts(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOutreach("north", configuration.GetSection("Outreach:North"));
        services.AddOutreach("south", configuration.GetSection("Outreach:South"));
        services.AddSingleton(provider => new Report(provider.GetRequiredKeyedService<OutreachClient>("north")));
    }

    public static void ARenewedToken(IVault vault)
    {
        using OutreachClient crm = new(new OutreachClientOptions
        {
            Crm = { BaseAddress = new Uri("https://crm.example/api/v1"), TenantId = "tenant-1", TokenProvider = async cancellationToken => await vault.TokenAsync(cancellationToken) },
        });
    }

    public static void APath(string key)
    {
        OutreachClientOptions options = new() { Markus = { ApiKey = key } };
        options.Markus.Routes["credits.balance"] = "credits";
    }

    [Runs]
    public static async Task RawJson(OutreachClient client)
    {
        using JsonDocument arguments = JsonDocument.Parse("""{ "name": "Q1", "objective_type": "custom" }""");
        JsonElement answer = await client.Markus.SendAsync("campaigns.create", arguments.RootElement);
        string? id = answer.GetProperty("data").GetProperty("id").GetString();
    }

    [Runs]
    public static void FastAndPatient()
    {
        RequestOptions now = new() { MaxRetries = 0, AttemptTimeout = TimeSpan.FromSeconds(3) };
        OutreachClientOptions night = new() { MaxRetries = 10, MaxRetryDelay = TimeSpan.FromHours(1), PaceSingleCalls = true };
    }

    [Runs]
    public static async Task Approving(OutreachClient client)
    {
        PendingMessage[] waiting = await client.Markus.Messages.ListAllPendingAsync().ToArrayAsync();
        foreach (PendingMessage[] slice in waiting.Chunk(100))
            await client.Markus.Messages.BulkActionAsync(new() { Action = BulkMessageAction.Approve, MessageIds = [.. slice.Select(message => message.Id)] });
    }

    public static async Task AddingLeads(OutreachClient client, string campaignId, IAsyncEnumerable<CreateLeadRequest> leads)
    {
        await foreach (AddLeadOutcome lead in client.Reachkit.Leads.AddAllAsync(campaignId, leads, concurrency: 8))
            if (lead.Error is not null) Console.WriteLine($"{lead.Email}: {lead.Error.Message}");
    }

    [Runs]
    public static async Task AnOutage(OutreachFake fake, OutreachClient client)
    {
        fake.Faults.Add(new Fault { Operation = "markus.*", Until = fake.Clock.Now.AddHours(1), Times = null, Effect = FaultEffect.Status(503) });
        Func<Task> create = () => client.Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom });
        await create.Should().ThrowAsync<OutreachApiException>();
        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await create.Should().NotThrowAsync();
    }

    private sealed class NoCampaigns : CampaignsClient
    {
        public override Task<Page<Campaign>> ListAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
            => throw new OutreachConnectionException("down");
    }
}
