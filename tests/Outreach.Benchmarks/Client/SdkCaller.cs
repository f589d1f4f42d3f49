using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Benchmarks.Client;

/// <summary>This project's client.</summary>
public sealed class SdkCaller : IContactCaller
{
    private readonly OutreachClient _client;

    public SdkCaller(HttpMessageHandler handler, Uri? address = null)
    {
        // The others repeat a throttled call at once where Retry-After is 0; this client would back off.
        OutreachClientOptions options = new() { PaceBulkCalls = false, BaseDelay = TimeSpan.Zero };
        options.Markus.ApiKey = Callers.Key;
        options.Markus.BaseAddress = address ?? Callers.Address;
        _client = new OutreachClient(options, handler);
    }

    public Task GetAsync() => _client.Markus.Contacts.GetAsync(ContactBodies.Id);

    public Task PatchAsync() => _client.Markus.Contacts.UpdateAsync(ContactBodies.Id, new UpdateContactRequest { Title = "Head of buying", Notes = "Called." });

    public Task PostAsync() => _client.Markus.Contacts.CreateAsync(new CreateContactRequest { Name = "Dana Reyes", Email = "dana@harborbean.example" });

    public Task PageAsync() => _client.Markus.Contacts.ListAsync(new ListContactsRequest { Page = 1, Limit = 100 });

    public async Task<int> PageThroughAsync()
    {
        int contacts = 0;
        await foreach (Contact _ in _client.Markus.Contacts.ListAllAsync(new ListContactsRequest { Limit = 100 })) contacts++;
        return contacts;
    }

    public async Task<int> ImportAsync(int rows)
    {
        int outcomes = 0;
        await foreach (BulkImportRowResult _ in _client.Markus.Contacts.ImportAllAsync(Callers.Rows(rows).ToAsyncEnumerable())) outcomes++;
        return outcomes;
    }

    public void Dispose() => _client.Dispose();
}
