using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>The way of every request through a world: which service, faults, the service's answer, journal, webhooks.</summary>
internal static class Engine
{
    /// <summary>Serves one request.</summary>
    public static async ValueTask<FakeResponse> HandleAsync(World world, FakeRequest request, CancellationToken cancellationToken)
    {
        ServedCall? call;
        world.Enter();
        try
        {
            lock (world.Gate) call = world.Clock.TryFollow() ? Serve(world, request) : null;
            if (call is null)
            {
                world.Clock.CatchUp();
                lock (world.Gate) call = Serve(world, request);
            }
        }
        finally
        {
            world.Leave();
        }

        world.Webhooks.Deliver();
        if (call.Response.Pending is { } pending)
        {
            await pending.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            lock (world.Gate) call = Finish(world, call);
            world.Webhooks.Deliver();
        }

        if (call.Response.Delay > TimeSpan.Zero) await Task.Delay(call.Response.Delay, world.Clock, cancellationToken).ConfigureAwait(false);
        return call.Response;
    }

    /// <summary>Serves a request in one step, under the world's lock; one whose answer is pending is not recorded before <see cref="Finish"/>.</summary>
    internal static ServedCall Serve(World world, FakeRequest request)
    {
        RunDue(world);
        world.Recorder.Begin();
        DateTimeOffset at = world.Clock.Now;
        (ApiModule module, string path) = ApiSelector.Select(world, request);
        Operation? operation = module.OperationOf(request, path);
        ArmedFault? fault = world.Faults.Armed.Count == 0 ? null : world.Faults.Match(operation, module.KeyOf(request), path);
        FakeResponse response;
        if (fault is null)
        {
            response = module.Handle(request, path);
        }
        else
        {
            FaultContext context = new(world, module, request, path);
            response = fault.Effect.Apply(context);
            if (context.Missed)
            {
                fault.GiveBack();
                fault = null;
            }
        }

        if (operation is null && response.Status >= 400) response.With("X-Fake-Hint", RouteHint.For(module, request.Method, path));
        RunDue(world);
        ServedCall call = new(at, module, operation, request, fault, response);
        if (response.Pending is null) Record(world, call);
        return call;
    }

    /// <summary>Ends a request whose answer was pending, under the world's lock.</summary>
    internal static ServedCall Finish(World world, ServedCall call)
    {
        FakeResponse response = call.Response.Pending!.Finish();
        foreach ((string name, string value) in call.Response.Headers) response.With(name, value);
        call = call with { Response = response };
        RunDue(world);
        Record(world, call);
        return call;
    }

    private static void Record(World world, ServedCall call)
    {
        world.Recorder.Note(call);
        world.Journal.Record(call);
    }

    private static void RunDue(World world)
    {
        while (world.Jobs.TakeDue(world.Clock.Now) is { } job) world.Jobs.Run(job);
    }
}
