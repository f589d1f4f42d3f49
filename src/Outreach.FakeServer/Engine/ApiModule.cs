using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>One of the four services within a world.</summary>
internal abstract class ApiModule
{
    /// <summary>The API in lower case, which is also its prefix in the paths of a port.</summary>
    public abstract string Name { get; }

    /// <summary>The hosts of the live service.</summary>
    public abstract IReadOnlyList<string> Hosts { get; }

    /// <summary>The path of the live service's base address, without slashes at its ends; empty when there is none.</summary>
    public abstract string BasePath { get; }

    /// <summary>What must lead somewhere in the rows of the API; asked for when a state file is read, since most worlds never meet one.</summary>
    public abstract IEnumerable<Reference> References { get; }

    /// <summary>The operations of the contract.</summary>
    public abstract IReadOnlyList<Operation> Operations { get; }

    /// <summary>The key of the account that every world begins with; it may do everything.</summary>
    public abstract string DefaultKey { get; }

    /// <summary>The tenant that every world begins with; null where the API knows none.</summary>
    public virtual string? DefaultTenant => null;

    /// <summary>Names the operation of a request without answering it, so that faults and the journal know it; null when none takes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path below the API's host, with its leading slash, percent-encoded.</param>
    public abstract Operation? OperationOf(FakeRequest request, string path);

    /// <summary>The key that a request brings, whether or not it opens anything; null for none.</summary>
    public abstract string? KeyOf(FakeRequest request);

    /// <summary>Whether a path without prefix can only be this API's, whatever the host; false unless the API says otherwise.</summary>
    public virtual bool Serves(string path) => false;

    /// <summary>Whether a key belongs to this world; true too for a key that <see cref="FakeOptions.AcceptAnyKey"/> would let in.</summary>
    public abstract bool KnowsKey(string key);

    /// <summary>The scopes that a key can have; empty where keys know none.</summary>
    public virtual IReadOnlyList<string> Scopes => [];

    /// <summary>Makes another key of the account that every world has. Called under the world's lock.</summary>
    /// <param name="scopes">Its scopes, of <see cref="Scopes"/>; empty for full access.</param>
    public virtual string CreateKey(IReadOnlyList<string> scopes) => throw new NotSupportedException($"{Name} makes no further keys.");

    /// <summary>Whether a key was given out by this world; never true for one that <see cref="FakeOptions.AcceptAnyKey"/> would only let in.</summary>
    public virtual bool OwnsKey(string key) => KnowsKey(key);

    /// <summary>
    /// Answers a request in the API's own order of checks. Called under the world's lock with all due work done.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path below the API's host, with its leading slash, percent-encoded.</param>
    public abstract FakeResponse Handle(FakeRequest request, string path);

    /// <summary>
    /// Sends an event to the endpoints that want it, as if it had happened. Called under the world's lock.
    /// </summary>
    /// <param name="eventType">The event's type.</param>
    /// <param name="dataJson">The event's data as JSON; null for the contract's sample.</param>
    /// <exception cref="ArgumentException">The API has no such event, or the data is no JSON object.</exception>
    public virtual void TriggerWebhook(string eventType, string? dataJson) => throw new ArgumentException($"{Name} has no webhook event '{eventType}'.", nameof(eventType));

    /// <summary>The answer of the API for an error code of its catalogue, as a fault asks for it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="retryAfter">The Retry-After to send; null for the API's own rule.</param>
    /// <returns>The answer; null when the catalogue lacks the code.</returns>
    public abstract FakeResponse? Error(string code, TimeSpan? retryAfter);

    /// <summary>Puts on an answer that a fault gives what the API's own answers to the request carry beside body and status.</summary>
    /// <param name="response">What <see cref="Error"/> or <see cref="Throttle"/> gave.</param>
    /// <param name="request">The request.</param>
    /// <param name="path">The path below the API's host, with its leading slash, percent-encoded.</param>
    public virtual FakeResponse Dress(FakeResponse response, FakeRequest request, string path) => response;

    /// <summary>Whether the catalogue has an error code.</summary>
    public abstract bool HasError(string code);

    /// <summary>The API's own answer of 429 (<paramref name="retryAfter"/> null: without Retry-After).</summary>
    public abstract FakeResponse Throttle(TimeSpan? retryAfter);
}
