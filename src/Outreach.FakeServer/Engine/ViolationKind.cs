namespace Outreach.FakeServer;

/// <summary>How a member of a body breaks its schema.</summary>
internal enum ViolationKind
{
    /// <summary>Required and absent.</summary>
    Missing,

    /// <summary>Null where null is not allowed.</summary>
    Null,

    /// <summary>Of another JSON type; the limits name the type.</summary>
    Type,

    /// <summary>Empty or blank where that is not allowed.</summary>
    Blank,

    /// <summary>Fewer characters or items than allowed.</summary>
    TooShort,

    /// <summary>More characters or items than allowed.</summary>
    TooLong,

    /// <summary>A number below its bounds.</summary>
    TooSmall,

    /// <summary>A number above its bounds.</summary>
    TooLarge,

    /// <summary>A text of another form than its format or pattern.</summary>
    Form,

    /// <summary>Not one of the allowed values.</summary>
    NotAllowed,

    /// <summary>Breaks a rule that is not the schema's.</summary>
    Rule,
}
