using System.Text;
using Microsoft.AspNetCore.Builder;
using Outreach.Benchmarks.Report;
using Outreach.FakeServer;

namespace Outreach.Benchmarks.Server;

/// <summary>
/// Answers per second on a port at 16 connections, beside a bare minimal API with the same bytes. Key, validation, limits and
/// journal are on. Where limits are counted, the clock runs so fast that they are never reached.
/// </summary>
internal static class PortRun
{
    private const double PastLimits = 200_000;

    public static async Task<BenchmarkTable> RunAsync(bool isShort)
    {
        await using OutreachFakeHost leadHost = await StartAsync(speed: 1);
        await using OutreachFakeHost contactHost = await StartAsync(PastLimits);
        LeadWorld leads = await LeadWorld.StartAsync(1_000, fake: leadHost.Fake);
        LeadWorld contacts = await LeadWorld.StartAsync(0, fake: contactHost.Fake);
        await contacts.AddContactsAsync(30);
        (string Name, OutreachFakeHost Host, LeadWorld World, string Api, string Method, string Target, string? Body)[] calls =
        [
            ("GET of 30 leads", leadHost, leads, "reachkit", "GET", leads.LeadsPath, null),
            ("GET of 30 contacts, limits counted", contactHost, contacts, "markus", "GET", LeadWorld.ContactsPath, null),
            ("POST of a lead", leadHost, leads, "reachkit", "POST", leads.LeadsPath, """{"email":"n#########@company.example","first_name":"Dana"}"""),
        ];
        List<BenchmarkRow> rows = [];
        foreach ((string name, OutreachFakeHost host, LeadWorld world, string api, string method, string target, string? body) in calls)
        {
            byte[] bytes = (await world.SendAsync(api, method, target, body?.Replace("#########", name.Length.ToString("D9"), StringComparison.Ordinal))).Body.ToArray();
            byte[] request = SocketLoad.Request(method, target, world.KeyOf(api), body);
            (WebApplication bare, Uri address) = await BareApp.StartAsync(bytes);
            await using (bare)
            using (SocketLoad bareLoad = new(address))
            using (SocketLoad fakeLoad = new(host.Address))
            {
                TimeSpan time = TimeSpan.FromSeconds(isShort ? 0.4 : 1);
                await bareLoad.RunAsync(request, time);
                await fakeLoad.RunAsync(request, time);
                FakeSnapshot begin = host.Fake.Snapshot();
                List<double> bareTimes = [];
                List<double> fakeTimes = [];
                for (int round = 0; round < (isShort ? 3 : 7); round++)
                {
                    // Each round of a POST begins with the same leads, as tests do.
                    bareTimes.Add(1e9 / await bareLoad.RunAsync(request, time));
                    host.Fake.Restore(begin);
                    fakeTimes.Add(1e9 / await fakeLoad.RunAsync(request, time));
                }

                string size = $"{name} ({Encoding.UTF8.GetCharCount(bytes):N0} bytes)";
                rows.Add(new BenchmarkRow($"{size}: bare minimal API", bareTimes, bareTimes));
                rows.Add(new BenchmarkRow($"{size}: fake", fakeTimes, bareTimes));
            }
        }

        return new BenchmarkTable("On a port at 16 connections (bar 70 % of the bare minimal API's throughput)", rows) { AreThroughputs = true };
    }

    private static Task<OutreachFakeHost> StartAsync(double speed) => OutreachFakeHost.StartAsync(new OutreachFakeHostOptions
    {
        World = new FakeOptions { ClockMode = ClockMode.RealTime, RealTime = TimeProvider.System, Speed = speed },
    });
}
