using System.Runtime.CompilerServices;

namespace Outreach.FakeServer;

/// <summary>Declares references: <c>state.Messages.Refers(row => row.ContactId, state.Contacts)</c>.</summary>
internal static class ReferenceExtensions
{
    /// <summary>A member holds the id of a row, or null.</summary>
    public static Reference Refers<T>(this Table<T> table, Func<T, string?> id, IRows to, [CallerArgumentExpression(nameof(id))] string member = "") where T : Row
        => Rows(table, Name(member), row => id(row) is { } one && !to.Has(one) ? ("", NoId(one, to)) : null);

    /// <summary>A member holds the ids of rows.</summary>
    public static Reference Refers<T>(this Table<T> table, Func<T, IEnumerable<string?>?> ids, IRows to, [CallerArgumentExpression(nameof(ids))] string member = "") where T : Row
        => Rows(table, Name(member), row => Each(ids(row), id => id is not null && !to.Has(id) ? NoId(id, to) : null));

    /// <summary>A member holds the place of a row.</summary>
    public static Reference RefersAt<T>(this Table<T> table, Func<T, int> place, IRows to, [CallerArgumentExpression(nameof(place))] string member = "") where T : Row
        => Rows(table, Name(member), row => place(row) is var one && !to.Has(one) ? ("", NoPlace(one, to)) : null);

    /// <summary>A member holds the places of rows.</summary>
    public static Reference RefersAt<T>(this Table<T> table, Func<T, IEnumerable<int>> places, IRows to, [CallerArgumentExpression(nameof(places))] string member = "") where T : Row
        => Rows(table, Name(member), row => Each(places(row), place => !to.Has(place) ? NoPlace(place, to) : null));

    /// <summary>A member holds the place of a row, or -1 for none.</summary>
    public static Reference MayReferAt<T>(this Table<T> table, Func<T, int> place, IRows to, [CallerArgumentExpression(nameof(place))] string member = "") where T : Row
        => Rows(table, Name(member), row => place(row) is not -1 and var one && !to.Has(one) ? ("", NoPlace(one, to)) : null);

    /// <summary>A member holds the place of an older row of the same table, or -1 for none: a chain that ends.</summary>
    public static Reference MayReferBack<T>(this Table<T> table, Func<T, int> place, [CallerArgumentExpression(nameof(place))] string member = "") where T : Row
        => Rows(table, Name(member), row => place(row) switch
        {
            -1 => null,
            var one when !table.Has(one) => ("", NoPlace(one, table)),
            var one when one >= row.Ordinal => ("", $"{one} is not before the row's own place"),
            _ => null,
        });

    /// <summary>A member holds the id of another row of the same table, or null: a chain that ends.</summary>
    public static Reference RefersOn<T>(this Table<T> table, Func<T, string?> id, [CallerArgumentExpression(nameof(id))] string member = "") where T : Row
        => Rows(table, Name(member), row =>
        {
            T? at = row;
            for (int steps = 0; id(at) is { } next; steps++)
            {
                at = table.Find(next);
                if (at is null) return ("", NoId(next, table));
                if (steps == table.Count) return ("", $"'{next}' leads back to itself");
            }

            return null;
        });

    /// <summary>A member holds what follows from the rest of the row.</summary>
    public static Reference Repeats<T>(this Table<T> table, Func<T, string?> copy, Func<T, string?> original, [CallerArgumentExpression(nameof(copy))] string member = "") where T : Row
        => Rows(table, Name(member), row => copy(row) is var one && original(row) is var other && one != other ? ("", $"is '{one}', not '{other}'") : null);

    /// <summary>The one value of a cell holds the id of a row.</summary>
    public static Reference Refers<T>(this Cell<T> cell, Func<T, string?> id, IRows to, [CallerArgumentExpression(nameof(id))] string member = "") where T : class
        => new(cell.Name, Name(member), () => id(cell.Value) is { } one && !to.Has(one) ? $"{Name(member)}: {NoId(one, to)}." : null);

    private static Reference Rows<T>(Table<T> table, string member, Func<T, (string At, string Reason)?> broken) where T : Row => new(table.Name, member, () =>
    {
        foreach (T row in table)
            if (broken(row) is var (at, reason)) return $"[{row.Ordinal}].{member}{at}: {reason}.";
        return null;
    });

    private static (string At, string Reason)? Each<T>(IEnumerable<T>? items, Func<T, string?> broken)
    {
        int i = 0;
        foreach (T item in items ?? [])
        {
            if (broken(item) is { } reason) return ($"[{i}]", reason);
            i++;
        }

        return null;
    }

    private static string NoId(string id, IRows to) => $"'{id}' is the id of no row of {to.Name}";

    private static string NoPlace(int place, IRows to) => $"there is no row in place {place} of {to.Name}";

    // From "row => row.Value.CustomerId" to "value.customerId"; a name that was given stays.
    private static string Name(string member)
    {
        int start = member.IndexOf("=>", StringComparison.Ordinal);
        if (start < 0) return member;
        string[] path = member[(start + 2)..].Replace("?", "", StringComparison.Ordinal).Split('.')[1..];
        return string.Join('.', path.Select(step => char.ToLowerInvariant(step[0]) + step[1..]));
    }
}
