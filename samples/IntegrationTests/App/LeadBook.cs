using System.Collections.Concurrent;

namespace LeadSync;

/// <summary>The app's own record of its leads, in memory here; in earnest a table.</summary>
public sealed class LeadBook
{
    private readonly ConcurrentDictionary<string, KnownLead> _byContact = [];

    /// <summary>Adds a lead unless it is known.</summary>
    public void Add(string contactId, string email) => _byContact.TryAdd(contactId, new KnownLead(contactId, email, LeadState.Contacted));

    /// <summary>The lead of an address.</summary>
    public KnownLead? Find(string email) => _byContact.Values.FirstOrDefault(lead => lead.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes note of news about a contact; webhooks of others' contacts are passed over. A lead never goes back a state.</summary>
    public Task Note(string? contactId, LeadState state, string? answer = null)
    {
        while (contactId is not null && _byContact.TryGetValue(contactId, out KnownLead? known))
        {
            KnownLead next = known with { State = state > known.State ? state : known.State, Answer = answer ?? known.Answer };
            if (_byContact.TryUpdate(contactId, next, known)) break;
        }

        return Task.CompletedTask;
    }
}
