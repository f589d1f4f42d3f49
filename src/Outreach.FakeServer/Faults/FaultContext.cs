namespace Outreach.FakeServer;

/// <summary>What a fault's effect works on.</summary>
internal sealed record FaultContext(World World, ApiModule Module, FakeRequest Request, string Path)
{
    /// <summary>Whether the fault had nothing to do, since the service refused the call by itself.</summary>
    public bool Missed { get; private set; }

    /// <summary>Gives an answer in the service's name.</summary>
    public FakeResponse Dress(FakeResponse response) => Module.Dress(response, Request, Path);

    /// <summary>Lets the service answer.</summary>
    public FakeResponse Serve() => Module.Handle(Request, Path);

    /// <summary>Lets the service answer and takes back what it did if that was a success; an answer of failure stands.</summary>
    /// <returns>The failure; null when the call would have succeeded.</returns>
    public FakeResponse? ServeWithoutEffect()
    {
        object[] before = World.Capture();
        World.Webhooks.BeginTrial();
        World.Outbox.BeginTrial();
        FakeResponse? response = null;
        try
        {
            response = Serve();
        }
        finally
        {
            World.Webhooks.EndTrial(keep: response is { Status: >= 400 });
            World.Outbox.EndTrial(keep: response is { Status: >= 400 });
        }

        if (response.Status >= 400)
        {
            Missed = true;
            return response;
        }

        object limits = ((IStatePart)World.Limits).Capture();
        World.Restore(before);
        ((IStatePart)World.Limits).Restore(limits);
        return null;
    }
}
