namespace Outreach.FakeServer.Reachkit;

/// <summary>A variant of a step, with its numbers.</summary>
internal sealed record VariantRow : Row
{
    /// <summary>The campaign's place.</summary>
    public required int Campaign { get; init; }

    /// <summary>The step's place.</summary>
    public required int Step { get; init; }

    /// <summary>Subject template.</summary>
    public string? Subject { get; init; }

    /// <summary>Normalised HTML template.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>Derived text template.</summary>
    public string? BodyText { get; init; }

    /// <summary>Whether sending may pick it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Emails sent with it.</summary>
    public int Sent { get; init; }

    /// <summary>Leads whose first reply came after it.</summary>
    public int Replies { get; init; }

    /// <summary>Positive threads of leads credited to it.</summary>
    public int Positive { get; init; }
}
