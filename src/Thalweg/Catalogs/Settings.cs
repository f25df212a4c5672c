using System.Globalization;

namespace Thalweg.Catalogs;

/// <summary>A name with settings, as a string gives them: <c>sgd(learning_rate=0.1, momentum=0.9)</c>, or by place: <c>sgd(0.1)</c>.</summary>
/// <remarks>Numbers are read with a point for the decimals. Lists are in square brackets; a setting may be a name with settings itself.</remarks>
sealed class Settings
{
    readonly string kind;
    readonly List<(string? Name, string Text)> given;

    /// <summary>Settings that are objects already, by their names.</summary>
    readonly Dictionary<string, object> objects = [];

    Settings(string name, string kind, List<(string?, string)> given)
    {
        Name = name;
        this.kind = kind;
        this.given = given;
    }

    /// <summary>What stands in front of the bracket.</summary>
    public string Name { get; }

    /// <summary>Whether all settings are at their defaults.</summary>
    public bool IsEmpty => given.Count == 0;

    /// <summary>Takes a text apart.</summary>
    /// <exception cref="ArgumentException">A bracket or a value is missing.</exception>
    public static Settings Parse(string text, string kind)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new Settings(text.Trim(), kind, []);
        }
        var body = text.Trim();
        if (body[^1] != ')')
        {
            throw new ArgumentException($"'{text}' has no closing bracket; settings are written as in sgd(learning_rate=0.1, momentum=0.9).", nameof(text));
        }
        var given = new List<(string?, string)>();
        foreach (var part in SettingText.Split(body[(body.IndexOf('(', StringComparison.Ordinal) + 1)..^1]))
        {
            var equals = SettingText.EqualsSign(part);
            given.Add(equals < 0 ? (null, part.Trim()) : (part[..equals].Trim(), part[(equals + 1)..].Trim()));
            if (given[^1].Item2.Length == 0)
            {
                throw new ArgumentException($"'{text}': a setting has no value; write it as in sgd(learning_rate=0.1, momentum=0.9).", nameof(text));
            }
        }
        return new Settings(body[..body.IndexOf('(', StringComparison.Ordinal)].Trim(), kind, given);
    }

    /// <summary>The settings of a configuration; objects among them stay as they are.</summary>
    public static Settings Of(Configuration configuration, string kind)
    {
        var settings = new Settings(configuration.ClassName, kind, []);
        foreach (var (name, value) in configuration.Settings)
        {
            settings.given.Add((name, value is IConfigured or Configuration ? name : Configuration.Text(value)));
            if (value is IConfigured or Configuration)
            {
                settings.objects[Catalog.Plain(name)] = value;
            }
        }
        return settings;
    }

    /// <summary>Refuses a setting that isn't known, is there twice, or stands after all places.</summary>
    public void Expect(string[] known, int places)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Name is not { } name)
            {
                if (i >= places)
                {
                    throw new ArgumentException($"The {kind} '{Name}' takes {(places == 0 ? "no" : $"at most {places}")} settings without a name, but '{given[i].Text}' stands in place {i + 1}. Known: {string.Join(", ", known)}.");
                }
                seen.Add(Catalog.Plain(known[i]));
                continue;
            }
            if (!known.Any(one => Catalog.Plain(one) == Catalog.Plain(name)))
            {
                var guess = NearestName.Of(name, known) is { } near ? $" Did you mean '{near}'?" : "";
                throw new ArgumentException($"The {kind} '{Name}' has no setting '{name}'.{guess} Known: {(known.Length == 0 ? "none" : string.Join(", ", known))}.");
            }
            if (!seen.Add(Catalog.Plain(name)))
            {
                throw new ArgumentException($"The {kind} '{Name}' has '{name}' twice; give it once.");
            }
        }
    }

    public double Number(string name, int place, double? fallback = null) => NumberOrNull(name, place, fallback) ?? throw Missing(name);

    public double? NumberOrNull(string name, int place, double? fallback = null) => Find(name, place) is not { } text ? fallback
        : IsNull(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(name, text, "a number, with a point for the decimals");

    public int Integer(string name, int place, int? fallback = null) => IntegerOrNull(name, place, fallback) ?? throw Missing(name);

    public int? IntegerOrNull(string name, int place, int? fallback = null) => Find(name, place) is not { } text ? fallback
        : IsNull(text) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(name, text, "a whole number");

    public long Long(string name, int place, long? fallback = null) => LongOrNull(name, place, fallback) ?? throw Missing(name);

    public long? LongOrNull(string name, int place, long? fallback = null) => Find(name, place) is not { } text ? fallback
        : IsNull(text) ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(name, text, "a whole number");

    public bool Flag(string name, int place, bool? fallback = null) => FlagOrNull(name, place, fallback) ?? throw Missing(name);

    public bool? FlagOrNull(string name, int place, bool? fallback = null) => Find(name, place) is not { } text ? fallback
        : IsNull(text) ? null
        : bool.TryParse(text, out var value) ? value : throw Wrong(name, text, "true or false");

    public string Text(string name, int place) => Find(name, place) is { } text ? SettingText.Unquote(text) : throw Missing(name);

    public string? Text(string name, int place, string? fallback) => Find(name, place) is not { } text ? fallback : IsNull(text) ? null : SettingText.Unquote(text);

    public T Choice<T>(string name, int place) where T : struct, Enum => Find(name, place) is null ? throw Missing(name) : Choice(name, place, default(T));

    public T Choice<T>(string name, int place, T fallback) where T : struct, Enum
    {
        if (Find(name, place) is not { } text)
        {
            return fallback;
        }
        foreach (var value in Enum.GetValues<T>())
        {
            if (Catalog.Plain(value.ToString()) == Catalog.Plain(SettingText.Unquote(text)))
            {
                return value;
            }
        }
        throw Wrong(name, text, string.Join(", ", Enum.GetNames<T>()));
    }

    public IReadOnlyList<double> Numbers(string name, int place) => List(name, place, part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(name, part, "a number")) ?? throw Missing(name);

    public IReadOnlyList<double> Numbers(string name, int place, IReadOnlyList<double>? fallback) => Find(name, place) is not { } text ? fallback! : IsNull(text) ? null! : Numbers(name, place);

    public IReadOnlyList<int> Integers(string name, int place) => List(name, place, part => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(name, part, "a whole number")) ?? throw Missing(name);

    public IReadOnlyList<int> Integers(string name, int place, IReadOnlyList<int>? fallback) => Find(name, place) is not { } text ? fallback! : IsNull(text) ? null! : Integers(name, place);

    public IReadOnlyList<string> Texts(string name, int place) => List(name, place, SettingText.Unquote) ?? throw Missing(name);

    public IReadOnlyList<string> Texts(string name, int place, IReadOnlyList<string>? fallback) => Find(name, place) is not { } text ? fallback! : IsNull(text) ? null! : Texts(name, place);

    /// <summary>A setting that is a named thing itself, required.</summary>
    public T Made<T>(string name, int place, Func<string, T> make, Func<Configuration, T> remake) where T : class =>
        Given(name, remake) ?? (Find(name, place) is { } text ? make(SettingText.Unquote(text)) : throw Missing(name));

    /// <summary>A setting that is a named thing itself.</summary>
    public T Made<T>(string name, int place, T? fallback, Func<string, T> make, Func<Configuration, T> remake) where T : class =>
        Given(name, remake) ?? (Find(name, place) is not { } text ? fallback! : IsNull(text) ? null! : make(SettingText.Unquote(text)));

    /// <summary>A setting that was given as an object, or as what one is made of.</summary>
    T? Given<T>(string name, Func<Configuration, T> remake) where T : class => objects.GetValueOrDefault(Catalog.Plain(name)) switch
    {
        null => null,
        T own => own,
        Configuration configuration => remake(configuration),
        var other => throw new ArgumentException($"The {kind} '{Name}': {name} is a {other.GetType().Name}, but a {typeof(T).Name} is expected."),
    };

    /// <summary>For a class whose constructor takes what a string can't give.</summary>
    public ArgumentException CannotMake() => new($"The {kind} '{Name}' can't be made from a name; make an object of its class.");

    List<T>? List<T>(string name, int place, Func<string, T> read)
    {
        if (Find(name, place) is not { } text)
        {
            return null;
        }
        var inner = text is ['[', .., ']'] ? text[1..^1] : text;
        return [.. SettingText.Split(inner).Select(part => read(part.Trim()))];
    }

    string? Find(string name, int place)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Name is { } own ? Catalog.Plain(own) == Catalog.Plain(name) : i == place)
            {
                return given[i].Text;
            }
        }
        return null;
    }

    static bool IsNull(string text) => text is "none" or "None" or "null";

    ArgumentException Missing(string name) => new($"The {kind} '{Name}' needs its setting '{name}': write {Name}({name}=…).");

    ArgumentException Wrong(string name, string text, string expected) => new($"The {kind} '{Name}': {name} is '{text}', but {expected} is expected.");
}
