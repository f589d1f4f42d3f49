using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Rules of recipients as JSON, for the control API and for the record of a run.</summary>
internal static class RecipientJson
{
    /// <summary>The longest wait before a reaction.</summary>
    public const double MostSeconds = 1e9;

    private static readonly IReadOnlyList<(string Word, ReactionKind Kind)> Kinds =
    [
        ("open", ReactionKind.Open),
        ("click", ReactionKind.Click),
        ("reply", ReactionKind.Reply),
        ("outOfOffice", ReactionKind.OutOfOffice),
        ("bounce", ReactionKind.Bounce),
        ("unsubscribe", ReactionKind.Unsubscribe),
        ("refuse", ReactionKind.Refuse),
    ];

    /// <summary>Reads a rule.</summary>
    /// <exception cref="BadDocumentException">A member is missing, unknown or out of bounds.</exception>
    public static RecipientRule Read(StrictObject rule)
    {
        RecipientRule read = new()
        {
            Address = rule.NeedText("address") is { } address && !string.IsNullOrWhiteSpace(address) ? address : throw rule.Bad("address", "is empty; * stands for any"),
            Api = rule.Word("api", "markus", "reachkit", "mailmark", "crm"),
            Probability = rule.Number("probability", 0, 1) ?? 1,
            Times = (int?)rule.Whole("times", 1, int.MaxValue),
            Reactions = [.. (rule.Objects("reactions") ?? throw rule.Bad("reactions", "is missing")).Select(ReadReaction)],
        };
        rule.End();
        return read;
    }

    /// <summary>Writes a rule.</summary>
    public static void Write(Utf8JsonWriter writer, RecipientRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("address", rule.Address);
        if (rule.Api is not null) writer.WriteString("api", rule.Api);
        writer.WriteNumber("probability", rule.Probability);
        if (rule.Times is { } times) writer.WriteNumber("times", times);
        writer.WriteStartArray("reactions");
        foreach (Reaction reaction in rule.Reactions)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Kinds.First(pair => pair.Kind == reaction.Kind).Word);
            if (reaction.After is { } after) writer.WriteNumber("afterSeconds", after.TotalSeconds);
            if (reaction.Text is not null) writer.WriteString("text", reaction.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Reaction ReadReaction(StrictObject reaction)
    {
        string kind = reaction.Word("kind", [.. Kinds.Select(pair => pair.Word)]) ?? throw reaction.Bad("kind", "is missing");
        Reaction read = new(
            Kinds.First(pair => pair.Word == kind).Kind,
            reaction.Number("afterSeconds", 0, MostSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            reaction.Text("text"));
        reaction.End();
        return read;
    }
}
