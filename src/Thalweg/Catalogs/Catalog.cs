namespace Thalweg.Catalogs;

/// <summary>
/// Finds things by name, as Keras writes them (<c>leaky_relu</c>) or as their class is called (<c>LeakyRelu</c>), with settings in
/// brackets where there are any: <c>leaky_relu(negative_slope=0.1)</c>.
/// </summary>
static class Catalog
{
    /// <summary>A new object with the settings that the text gives, the others at their defaults.</summary>
    /// <exception cref="ArgumentException">No entry has the name, or a setting is wrong; the message lists those there are.</exception>
    public static T Make<T>(CatalogEntry<T>[] entries, string text, string kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Make(entries, Settings.Parse(text, kind), kind);
    }

    static T Make<T>(CatalogEntry<T>[] entries, Settings settings, string kind)
    {
        foreach (var entry in entries)
        {
            if (entry.Names.Any(known => Plain(known) == Plain(settings.Name)))
            {
                return entry.Make(settings);
            }
        }
        var names = Names(entries);
        var guess = NearestName.Of(settings.Name, names) is { } near ? $" Did you mean '{near}'?" : "";
        throw new ArgumentException($"There is no {kind} '{settings.Name}'.{guess} Known: {string.Join(", ", names)}.", "name");
    }

    /// <summary>An object of a configuration. A setting that the class doesn't know may be there if it is null: another version's, switched off.</summary>
    /// <exception cref="ArgumentException">No entry has the name, or a setting is wrong.</exception>
    public static T Make<T>(CatalogEntry<T>[] entries, Configuration configuration, string kind)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.ClassName.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'))
        {
            throw new ArgumentException($"There is no {kind} '{configuration.ClassName}': a name has letters, digits and underscores.", nameof(configuration));
        }
        var known = entries.FirstOrDefault(entry => entry.Names.Any(name => Plain(name) == Plain(configuration.ClassName)))?.Settings ?? [];
        var given = configuration.Settings.Where(setting => setting.Value is not null || known.Any(name => Plain(name) == Plain(setting.Key)));
        return Make(entries, Settings.Of(configuration with { Settings = [.. given] }, kind), kind);
    }

    /// <summary>All names, aliases among them.</summary>
    public static string[] Names<T>(CatalogEntry<T>[] entries) => [.. entries.SelectMany(entry => entry.Names)];

    /// <summary>The first name of each, with what it is in a line.</summary>
    public static CatalogLine[] Lines<T>(CatalogEntry<T>[] entries) => [.. entries.Select(entry => new CatalogLine(entry.Names[0], entry.Summary)).OrderBy(line => line.Name, StringComparer.Ordinal)];

    /// <summary>A name without what letter case and underscores add to it.</summary>
    public static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
}
