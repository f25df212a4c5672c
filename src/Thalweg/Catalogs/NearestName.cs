namespace Thalweg.Catalogs;

/// <summary>Guesses what somebody meant who wrote a name that isn't there.</summary>
public static class NearestName
{
    /// <summary>The name nearest to what was written, by edits of one letter; null where none is near.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        var (best, distance) = ((string?)null, Math.Max(2, written.Length / 3) + 1);
        foreach (var name in names)
        {
            var edits = Edits(written, name);
            if (edits < distance)
            {
                (best, distance) = (name, edits);
            }
        }
        return best;
    }

    /// <summary>The least number of letters to insert, delete or replace that makes one name of the other (Levenshtein's distance), letter case aside.</summary>
    public static int Edits(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
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
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
