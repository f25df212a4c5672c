namespace Thalweg.Data;

/// <summary>The names that a mistyped one may have meant, for error messages.</summary>
static class NearNames
{
    const int Shown = 3;

    /// <summary>A sentence to end a message with: the nearest names, or all of them where none is near.</summary>
    public static string Suggest(string given, IReadOnlyList<string> known)
    {
        if (known.Count == 0)
        {
            return "The table has no columns.";
        }

        var tolerance = Math.Max(2, given.Length / 3);
        string[] near =
        [
            .. known.Select(name => (Name: name, Distance: Distance(given, name)))
                .Where(candidate => candidate.Distance <= tolerance || Contains(candidate.Name, given))
                .OrderBy(candidate => candidate.Distance)
                .Take(Shown)
                .Select(candidate => $"'{candidate.Name}'"),
        ];
        return near.Length > 0 ? $"Did you mean {string.Join(" or ", near)}?" : $"The columns are {List(known)}.";
    }

    /// <summary>Quoted names with commas, cut after a dozen.</summary>
    public static string List(IReadOnlyList<string> names)
    {
        const int most = 12;
        var list = string.Join(", ", names.Take(most).Select(name => $"'{name}'"));
        return names.Count <= most ? list : FormattableString.Invariant($"{list} and {names.Count - most} more");
    }

    static bool Contains(string name, string given) =>
        given.Length >= 3 && name.Contains(given, StringComparison.OrdinalIgnoreCase);

    /// <summary>Levenshtein's distance, blind to case.</summary>
    static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
