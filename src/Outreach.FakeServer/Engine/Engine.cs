using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>The way of every request through a world: which service, faults, the service's answer, journal, webhooks.</summary>
internal static class Engine
{
    /// <summary>Serves one request.</summary>
    public static async ValueTask<FakeResponse> HandleAsync(World world, FakeRequest request, CancellationToken cancellationToken)
    {
        if (world.Options.ClockMode == ClockMode.RealTime) world.Clock.CatchUp();
        FakeResponse response;
        world.Enter();
        try
        {
            lock (world.Gate) response = Serve(world, request);
        }
        finally
        {
            world.Leave();
        }

        world.Webhooks.Deliver();
        if (response.Delay > TimeSpan.Zero) await Task.Delay(response.Delay, world.Clock, cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <summary>Serves a request in one step, under the world's lock.</summary>
    internal static FakeResponse Serve(World world, FakeRequest request)
    {
        RunDue(world);
        world.Recorder.Begin();
        DateTimeOffset at = world.Clock.Now;
        (ApiModule module, string path) = ApiSelector.Select(world, request);
        (Operation? operation, string? key) = module.Identify(request, path);
        ArmedFault? fault = world.Faults.Match(operation, key, path);
        FakeResponse response = fault is null ? module.Handle(request, path) : fault.Effect.Apply(new FaultContext(world, module, request, path));
        if (operation is null && response.Status is 404 or 405) response.With("X-Fake-Hint", RouteHint.For(module, request.Method, path));
        RunDue(world);
        world.Recorder.Note(at, request, response);
        JournalEntry? entry = world.Journal.Record(module, operation, key, path, request, response, fault);
        if (entry is not null && Diagnostics.AreWanted(world.Options.FailOn)) world.Diagnostics.Look(world.Options.FailOn, entry);
        return response;
    }

    private static void RunDue(World world)
    {
        while (world.Jobs.TakeDue(world.Clock.Now) is { } job) world.Jobs.Run(job);
    }
}
