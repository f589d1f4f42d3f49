using System.Reflection;
using System.Text.RegularExpressions;
using Outreach.Docs.Snippets;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Contract.Tests;

/// <summary>What the documents show is compiled, and what can run, runs.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = Repository.Root;

    /// <summary>The pages, README first.</summary>
    public static TheoryData<string> Pages => ["README.md", .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The snippets that run, class and method.</summary>
    public static TheoryData<string, string> Runnable => new(typeof(RunsAttribute).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(RunsAttribute)))
        .Select(method => (method.DeclaringType!.Name, method.Name)));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_snippet_of_a_page_is_compiled(string page)
    {
        List<string> sources = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, "docs", "Snippets"), "*.cs")) sources.Add(Flat(await File.ReadAllTextAsync(file)));
        string text = await File.ReadAllTextAsync(Path.Combine(Root, page));

        IEnumerable<string> missing = Snippet().Matches(text).Select(match => match.Groups[1].Value).Where(snippet => !sources.Exists(source => source.Contains(Flat(snippet), StringComparison.Ordinal)));

        missing.Should().BeEmpty($"each ```csharp block of {page} stands in docs/Snippets, where it is compiled");
    }

    [Fact]
    public async Task The_README_shows_the_client_the_receiver_and_the_fake()
        => Snippet().Count(await File.ReadAllTextAsync(Path.Combine(Root, "README.md"))).Should().BeGreaterThanOrEqualTo(3);

    [Theory]
    [MemberData(nameof(Runnable))]
    public async Task A_snippet_runs(string type, string method)
    {
        MethodInfo snippet = typeof(RunsAttribute).Assembly.GetType($"Outreach.Docs.Snippets.{type}")!.GetMethod(method)!;
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new() { Name = "Docs", ObjectiveType = ObjectiveType.Custom, Settings = new() { RequireApproval = false } });
        Contact contact = await client.Markus.Contacts.CreateAsync(new() { Email = "dana@acme.example", CampaignId = campaign.Id });
        await client.Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hooks/markus", Events = [WebhookEventSubscription.All] });
        await client.Markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active });
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        object[] arguments = [.. snippet.GetParameters().Select<ParameterInfo, object>(parameter => parameter.Name switch
        {
            "fake" => fake,
            "client" => client,
            "campaignId" => campaign.Id,
            "contactId" => contact.Id,
            "email" => "bea@acme.example",
            "rows" => Enumerable.Range(1, 3).Select(n => new ImportContactRow { Email = $"lead{n}@acme.example" }).ToAsyncEnumerable(),
            "done" => 1,
            _ => throw new InvalidOperationException($"{type}.{method} runs, so it cannot ask for {parameter.Name}."),
        })];

        Func<Task> run = () => snippet.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) as Task ?? Task.CompletedTask;

        await run.Should().NotThrowAsync();
    }

    [Fact]
    public async Task The_fidelity_page_is_that_of_the_documents()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "fidelity.md"));
        foreach (string api in ContractDocument.Apis)
        {
            IReadOnlyDictionary<string, int> sources = FidelityLedger.Sources(api);
            page.Should().Contain($"| {api} | {sources.GetValueOrDefault("published")} | {sources.GetValueOrDefault("seed")} | {sources.GetValueOrDefault("inferred")} | {FidelityLedger.Parts.Count(part => part.Api == api && part.What == "wire")} |");
        }
    }

    // Indentation, empty lines and using directives are no matter.
    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !Directive().IsMatch(line)));

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^using (static )?[\w.]+( = [\w.<>]+)?;$")]
    private static partial Regex Directive();
}
