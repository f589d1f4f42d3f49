using System.Collections.Immutable;

namespace Outreach.FakeServer;

/// <summary>
/// How recipients behave. Rules are asked in order and the first that fits a message decides; without one, the tags of the
/// address do: those after <c>+</c> in the local part (<c>dana+open+reply@x.example</c>), for other channels the suffixes of
/// the handle (<c>dana_open_reply</c>).
/// </summary>
public sealed class Recipients
{
    private readonly World _world;
    private ImmutableList<RecipientRule> _rules = [];

    internal Recipients(World world) => _world = world;

    /// <summary>The rules, in the order in which they are asked.</summary>
    public IReadOnlyList<RecipientRule> Rules => _rules;

    /// <summary>Adds a rule, after those that are there.</summary>
    public Recipients Add(RecipientRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Probability is < 0 or > 1) throw new ArgumentException("A rule's Probability is from 0 to 1.", nameof(rule));
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
