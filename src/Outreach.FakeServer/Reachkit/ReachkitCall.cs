using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer.Reachkit;

/// <summary>One call of a Reachkit operation: whose it is, its body, and the rules it uses.</summary>
internal sealed class ReachkitCall(ReachkitModule module, World world, FakeRequest request, Operation operation, IReadOnlyList<string> pathValues, WorkspaceRow workspace, JsonElement body)
    : ApiCall(world, request, operation, pathValues)
{
    private readonly List<Violation> _violations = [];

    /// <summary>The module.</summary>
    public ReachkitModule Module => module;

    /// <summary>The state.</summary>
    public ReachkitState State => module.State;

    /// <summary>The workspace that the key opens.</summary>
    public WorkspaceRow Workspace => workspace;

    /// <summary>A reader of the body that collects violations.</summary>
    public Fields Fields() => new(body, _violations, item: static (list, i) => $"{list}.{i}");

    /// <summary>Reports a bad query parameter.</summary>
    public void Report(string parameter, ViolationKind kind) => _violations.Add(new Violation(parameter, kind));

    /// <summary>Ends the call with everything that is wrong in its fields and parameters.</summary>
    public void Check()
    {
        if (_violations.Count > 0) throw ReachkitViolations.ToError(_violations);
    }

    /// <summary>The campaign in the path.</summary>
    public CampaignRow Campaign() => Own(State.Campaigns.Find(Path("campaign_id")), row => row.Workspace);

    /// <summary>A row of the caller's workspace; others behave as unknown.</summary>
    public TRow Own<TRow>(TRow? row, Func<TRow, int> owner) where TRow : Row
        => row is not null && owner(row) == workspace.Ordinal ? row : throw ReachkitError.NotFound();
}
