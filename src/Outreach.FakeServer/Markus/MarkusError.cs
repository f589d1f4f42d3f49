namespace Outreach.FakeServer.Markus;

/// <summary>A refusal: rendered in one place as the failure envelope.</summary>
internal sealed class MarkusError : Exception
{
    /// <summary>A code of the catalogue, with its default text unless another is given.</summary>
    public MarkusError(string code, string? message = null, IReadOnlyList<(string Field, string Message)>? details = null, int? retryAfter = null)
        : base(message ?? MarkusErrorCatalog.Entries[code].Message)
    {
        Code = code;
        Status = MarkusErrorCatalog.Entries[code].Status;
        Details = details ?? [];
        RetryAfter = retryAfter;
    }

    public string Code { get; }

    public int Status { get; }

    public IReadOnlyList<(string Field, string Message)> Details { get; }

    /// <summary>Seconds for Retry-After; null for none.</summary>
    public int? RetryAfter { get; }

    /// <summary>400 SERVER_005: a path or query value, the JSON syntax or the combination of inputs is wrong.</summary>
    public static MarkusError Invalid(string message) => new("SERVER_005", message);

    /// <summary>400 SERVER_002 about one member.</summary>
    public static MarkusError Body(string field, string message) => new("SERVER_002", details: [(field, message)]);
}
