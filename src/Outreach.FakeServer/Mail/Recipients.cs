using System.Collections.Immutable;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// How recipients behave. Rules are asked in order and the first that fits a message decides; without one, the tags of the
/// address do: those after <c>+</c> in the local part (<c>dana+open+reply@x.example</c>), for other channels the suffixes of
/// the handle (<c>dana_open_reply</c>).
/// </summary>
public sealed class Recipients : IStatePart
{
    private readonly World _world;
    private ImmutableList<RecipientRule> _rules = [];

    internal Recipients(World world) => _world = world;

    /// <summary>The rules, in the order in which they are asked.</summary>
    public IReadOnlyList<RecipientRule> Rules => _rules;

    string IStatePart.Name => "recipients";

    bool IStatePart.MayBeMissing => true;

    /// <summary>Adds a rule, after those that are there.</summary>
    /// <exception cref="ArgumentException">There is no such API, or one of the rule's numbers is out of bounds.</exception>
    public Recipients Add(RecipientRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(rule.Address, nameof(rule));
        ArgumentNullException.ThrowIfNull(rule.Reactions, nameof(rule));
        if (rule.Api is not null) _ = _world.Module(rule.Api);
        if (string.IsNullOrWhiteSpace(rule.Address)) throw new ArgumentException("A rule's Address is not empty; * stands for any.", nameof(rule));
        if (rule.Probability is not (>= 0 and <= 1) || rule.Times < 1) throw new ArgumentException("A rule's Probability is from 0 to 1, its Times at least 1.", nameof(rule));
        if (rule.Reactions.Any(reaction => reaction.After is { TotalSeconds: < 0 or > RecipientJson.MostSeconds })) throw new ArgumentException($"A reaction comes 0 to {RecipientJson.MostSeconds} seconds after the message.", nameof(rule));
        lock (_world.Gate)
        {
            _rules = _rules.Add(rule);
            _world.Recorder.Note(rule);
        }

        return this;
    }

    /// <summary>Lets the recipients of a pattern react.</summary>
    /// <param name="address">The address or handle, <c>*</c> standing for any text.</param>
    /// <param name="reactions">What they do.</param>
    public Recipients When(string address, params IReadOnlyList<Reaction> reactions) => Add(new RecipientRule { Address = address, Reactions = reactions });

    /// <summary>Forgets all rules.</summary>
    public void Clear()
    {
        lock (_world.Gate)
        {
            _rules = [];
            _world.Recorder.NoteNoRules();
        }
    }

    object IStatePart.Capture() => _rules;

    void IStatePart.Restore(object capture) => _rules = (ImmutableList<RecipientRule>)capture;

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (RecipientRule rule in _rules) RecipientJson.Write(writer, rule);
        writer.WriteEndArray();
    }

    void IStatePart.Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) throw new BadDocumentException("recipients: is no list.");
        _rules = [.. value.EnumerateArray().Select((rule, i) => RecipientJson.Read(new StrictObject(rule, $"recipients[{i}]")))];
    }

    /// <summary>What the recipient of a message does.</summary>
    /// <param name="api">The API that sends.</param>
    /// <param name="recipient">The address or handle.</param>
    /// <param name="nth">Which message to this recipient it is, from 1.</param>
    internal IReadOnlyList<Reaction> To(string api, string recipient, int nth)
    {
        for (int i = 0; i < _rules.Count; i++)
        {
            RecipientRule rule = _rules[i];
            if ((rule.Api ?? api) != api || nth > rule.Times || !Glob.Matches(rule.Address.ToLowerInvariant(), recipient.ToLowerInvariant())) continue;
            return rule.Probability < 1 && _world.Draws.Fraction($"recipient {recipient}", $"rule {i}", nth) >= rule.Probability ? [] : rule.Reactions;
        }

        return ByTags(recipient);
    }

    private static List<Reaction> ByTags(string recipient)
    {
        int at = recipient.LastIndexOf('@');
        string[] tags = at >= 0 ? recipient[..at].Split('+') : recipient.Split('_');
        List<Reaction> reactions = [];
        foreach (string tag in tags.Skip(1))
        {
            ReactionKind? kind = tag.ToLowerInvariant() switch
            {
                "open" => ReactionKind.Open,
                "click" => ReactionKind.Click,
                "reply" => ReactionKind.Reply,
                "ooo" => ReactionKind.OutOfOffice,
                "bounce" => ReactionKind.Bounce,
                "unsubscribe" => ReactionKind.Unsubscribe,
                "fail" => ReactionKind.Refuse,
                _ => null,
            };
            if (kind is { } known) reactions.Add(new Reaction(known));
        }

        return reactions;
    }
}
