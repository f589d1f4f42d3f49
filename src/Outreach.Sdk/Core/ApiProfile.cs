namespace Outreach.Sdk;

/// <summary>What sets one API apart from the others, as data: where it is, how it wraps answers and errors, and its limits.</summary>
internal sealed record ApiProfile
{
    /// <summary>The API in lower case, as in <see cref="Operation.Api"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The API as a word of a text, such as <c>Markus</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The published address, with a trailing slash; null when each installation has its own.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>The member that holds a single result; null when the answer is the result.</summary>
    public byte[]? PayloadMember { get; init; }

    /// <summary>The member that holds a list; null when the answer is the array.</summary>
    public byte[]? ListMember { get; init; }

    /// <summary>The member beside the list that holds the page's figures; null when there is none.</summary>
    public byte[]? PageMember { get; init; }

    /// <summary>Reads the API's error bodies.</summary>
    public required IErrorReader Errors { get; init; }

    /// <summary>Makes the exception of an error answer.</summary>
    public Func<ApiFailure, OutreachApiException> Exceptions { get; init; } = static failure => ErrorFactory.Create(failure);

    /// <summary>The documented rate limits.</summary>
    public IReadOnlyList<RateBucket> Buckets { get; init; } = [];

    /// <summary>The operations of the API, on which route overrides are checked.</summary>
    public required Func<IReadOnlyList<Operation>> Operations { get; init; }

    /// <summary>The operation of a name.</summary>
    /// <param name="name">The operationId, with or without the API before it.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Operation Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (Operation operation in Operations())
            if (operation.Id == name || operation.Name == name) return operation;
        throw new ArgumentException($"{DisplayName} has no operation '{name}'; a name is an operationId of the contract, such as '{Operations()[0].Id}'.", nameof(name));
    }
}
