using Thalweg.Catalogs;

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
            .. known.Select(name => (Name: name, Distance: NearestName.Edits(given, name)))
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
}
