using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Outreach.Sdk;

/// <summary>
/// One operation of a contract as data: its name, HTTP method, path template, retry class, scope, rate-limit buckets and
/// paging. One word, <see cref="Name"/>, is used for it everywhere: in traces, logs, error texts, and in the reference
/// server's faults and journal.
/// </summary>
public sealed class Operation
{
    private Operation(string name, HttpMethod method, string template, RetryClass retryClass)
    {
        Name = name;
        Method = method;
        RetryClass = retryClass;
        Path = new PathTemplate(template);
        Api = name[..name.IndexOf('.', StringComparison.Ordinal)];
        Id = name[(Api.Length + 1)..];
    }

    /// <summary>The API and the contract's operationId, such as <c>markus.campaigns.get</c>.</summary>
    public string Name { get; }

    /// <summary>The API in lower case: <c>markus</c>, <c>reachkit</c>, <c>mailmark</c> or <c>crm</c>.</summary>
    public string Api { get; }

    /// <summary>The contract's operationId, such as <c>campaigns.get</c>.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path, relative to the API's base address, with parameters in braces.</summary>
    public PathTemplate Path { get; }

    /// <summary>Whether the client may repeat the operation on its own.</summary>
    public RetryClass RetryClass { get; }

    /// <summary>The scope that the key must have; null when any key will do.</summary>
    public string? Scope { get; init; }

    /// <summary>The documented rate-limit buckets that a call counts in; empty when none is published.</summary>
    public IReadOnlyList<string> Buckets { get => field ?? []; init; }

    /// <summary>How the operation's list is paged.</summary>
    public PagingStyle Paging { get; init; }

    /// <summary>Whether the answer is a file instead of JSON.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether <c>@</c> and <c>+</c> in path values go as they are, for a service that does not decode its paths.</summary>
    internal bool KeepsAddresses { get; private init; }

    /// <summary>A GET, which is <see cref="RetryClass.Safe"/>.</summary>
    public static Operation Get(string name, [StringSyntax(StringSyntaxAttribute.Uri)] string template, string? scope = null, IReadOnlyList<string>? buckets = null, PagingStyle paging = PagingStyle.None, bool isFile = false)
        => new(name, HttpMethod.Get, template, RetryClass.Safe) { Scope = scope, Buckets = buckets ?? [], Paging = paging, IsFile = isFile };

    /// <summary>A POST.</summary>
    public static Operation Post(string name, [StringSyntax(StringSyntaxAttribute.Uri)] string template, RetryClass retryClass, string? scope = null, IReadOnlyList<string>? buckets = null)
        => new(name, HttpMethod.Post, template, retryClass) { Scope = scope, Buckets = buckets ?? [] };

    /// <summary>A PATCH.</summary>
    public static Operation Patch(string name, [StringSyntax(StringSyntaxAttribute.Uri)] string template, RetryClass retryClass, string? scope = null, IReadOnlyList<string>? buckets = null)
        => new(name, HttpMethod.Patch, template, retryClass) { Scope = scope, Buckets = buckets ?? [] };

    /// <summary>A PUT.</summary>
    public static Operation Put(string name, [StringSyntax(StringSyntaxAttribute.Uri)] string template, RetryClass retryClass, string? scope = null, IReadOnlyList<string>? buckets = null)
        => new(name, HttpMethod.Put, template, retryClass) { Scope = scope, Buckets = buckets ?? [] };

    /// <summary>A DELETE.</summary>
    public static Operation Delete(string name, [StringSyntax(StringSyntaxAttribute.Uri)] string template, RetryClass retryClass, string? scope = null, IReadOnlyList<string>? buckets = null)
        => new(name, HttpMethod.Delete, template, retryClass) { Scope = scope, Buckets = buckets ?? [] };

    /// <summary>The same operation with <see cref="KeepsAddresses"/>.</summary>
    internal Operation KeepingAddresses()
        => new(Name, Method, Path.Text, RetryClass) { Scope = Scope, Buckets = Buckets, Paging = Paging, IsFile = IsFile, KeepsAddresses = true };

    /// <summary>The call of this operation at a path without parameters.</summary>
    public OperationCall At() => new(this, []);

    /// <summary>The call of this operation with the values of its path parameters, in the template's order.</summary>
    /// <param name="values">Not null, blank, <c>.</c> or <c>..</c>; percent-encoded when the path is built.</param>
    /// <exception cref="ArgumentException">A value cannot stand in a path; the message names the parameter.</exception>
    public OperationCall At(params string[] values) => new(this, values);

    /// <summary>The same for one value; a refusal names the caller's own parameter. Typed as object, so that a second value never lands in the name.</summary>
    internal OperationCall At(string value, [CallerArgumentExpression(nameof(value))] object? name = null) => new(this, [value], name as string);

    /// <summary>The same for two values.</summary>
    internal OperationCall At(string first, string second, [CallerArgumentExpression(nameof(first))] object? firstName = null, [CallerArgumentExpression(nameof(second))] object? secondName = null)
        => new(this, [first, second], firstName as string, secondName as string);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Method} {Path})";
}
