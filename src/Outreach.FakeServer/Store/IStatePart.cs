using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>A part of a world's state: everything that a snapshot, a fork and a state file must carry.</summary>
internal interface IStatePart
{
    /// <summary>The part's name in a state file.</summary>
    string Name { get; }

    /// <summary>Whether a file may lack the part, which then is as in a new world: it was not written in the beginning.</summary>
    bool MayBeMissing => false;

    /// <summary>Takes the state as it is; cheap, and unaffected by later changes.</summary>
    object Capture();

    /// <summary>Puts a captured state back. A capture may be restored any number of times, also into another world.</summary>
    void Restore(object capture);

    /// <summary>Writes the state as one JSON value.</summary>
    void Write(Utf8JsonWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    void Read(JsonElement value);
}
