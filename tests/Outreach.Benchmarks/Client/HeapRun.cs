using System.Globalization;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Benchmarks.Client;

/// <summary>What is alive on the heap while the client pages through 100,000 contacts.</summary>
internal static class HeapRun
{
    public static async Task<string> RunAsync(bool isShort)
    {
        OutreachClientOptions options = new();
        options.Markus.ApiKey = Callers.Key;
        options.Markus.BaseAddress = Callers.Address;
        using OutreachClient client = new(options, new WireHandler(new PagedWire(100_000).Answer));
        List<double> alive = [];
        int contacts = 0;
        await foreach (Contact _ in client.Markus.Contacts.ListAllAsync(new ListContactsRequest { Limit = 100 }))
            if (contacts++ % (isShort ? 20_000 : 10_000) == 0) alive.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
        return string.Create(CultureInfo.InvariantCulture, $"Alive on the heap while paging through {contacts:N0} contacts, in MB at every {(isShort ? 20_000 : 10_000):N0}th: {string.Join(", ", alive.Select(mb => mb.ToString("F2", CultureInfo.InvariantCulture)))}.{Environment.NewLine}");
    }
}
