using System.Collections;
using System.Collections.Immutable;

namespace Outreach.Sdk.AspNetCore;

/// <summary>Secrets that may change while requests read them.</summary>
internal sealed class WebhookSecrets : ICollection<string>
{
    private ImmutableList<string> _secrets = [];

    public int Count => Volatile.Read(ref _secrets).Count;

    public bool IsReadOnly => false;

    public void Add(string item) => ImmutableInterlocked.Update(ref _secrets, static (secrets, one) => secrets.Add(one), item);

    public void Clear() => Volatile.Write(ref _secrets, []);

    public bool Contains(string item) => Volatile.Read(ref _secrets).Contains(item);

    public void CopyTo(string[] array, int arrayIndex) => Volatile.Read(ref _secrets).CopyTo(array, arrayIndex);

    public bool Remove(string item) => ImmutableInterlocked.Update(ref _secrets, static (secrets, one) => secrets.Remove(one), item);

    public IEnumerator<string> GetEnumerator() => Volatile.Read(ref _secrets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
