namespace Thalweg.Catalogs;

/// <summary>Finds things by name, as Keras writes them (<c>leaky_relu</c>) or as their class is called (<c>LeakyRelu</c>).</summary>
static class Catalog
{
    /// <summary>A new object with default settings.</summary>
    /// <exception cref="ArgumentException">No entry has the name; the message lists those there are.</exception>
    public static T Make<T>(KeyValuePair<string, Func<T>>[] entries, string name, string kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var (known, make) in entries)
        {
            if (Plain(known) == Plain(name))
            {
                return make();
            }
        }
        var names = entries.Select(entry => entry.Key).ToArray();
        var guess = NearestName.Of(name, names) is { } near ? $" Did you mean '{near}'?" : "";
        throw new ArgumentException($"There is no {kind} '{name}'.{guess} Known: {string.Join(", ", names)}.", nameof(name));
    }

    static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
