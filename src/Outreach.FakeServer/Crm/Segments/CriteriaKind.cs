namespace Outreach.FakeServer.Crm;

/// <summary>The kinds of fields that criteria know.</summary>
internal enum CriteriaKind
{
    /// <summary>A text.</summary>
    String,

    /// <summary>One of a fixed set of texts.</summary>
    Enum,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An instant.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list of texts.</summary>
    Array,
}
