using System.Collections;
using System.Globalization;

namespace Thalweg.Catalogs;

/// <summary>What an object is made of: its class, and each setting by its name in small letters, as <c>learning_rate</c>.</summary>
/// <remarks>
/// A value is null, a truth value, a whole number, a <see cref="double"/>, a text (the members of enumerations among them),
/// a list of these, or another object with a configuration.
/// </remarks>
/// <param name="ClassName">The class without its namespace: <c>LeakyRelu</c>.</param>
/// <param name="Settings">Names and values, constructor parameters first.</param>
/// <example><code>new LeakyRelu(0.1).Configuration!.ToString()     // LeakyRelu(negative_slope=0.1)</code></example>
public sealed record Configuration(string ClassName, IReadOnlyList<KeyValuePair<string, object?>> Settings)
{
    /// <summary>The value of a setting; null where there is none of that name.</summary>
    public object? this[string name] => Settings.FirstOrDefault(setting => setting.Key == name).Value;

    /// <summary>The same without some settings.</summary>
    public Configuration Without(params IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return this with { Settings = [.. Settings.Where(setting => !names.Contains(setting.Key))] };
    }

    /// <summary>The text by which the catalogs make the same object again.</summary>
    /// <exception cref="ArgumentException">A value is of a class of one's own, or a text that can't be written in quotes.</exception>
    public override string ToString() =>
        Settings.Count == 0 ? ClassName : $"{ClassName}({string.Join(", ", Settings.Select(setting => $"{setting.Key}={Text(setting.Value)}"))})";

    /// <summary>The member of an enumeration as a setting: <c>sum_over_batch_size</c> for SumOverBatchSize.</summary>
    internal static string Member<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
    }

    /// <summary>A value as a setting's text.</summary>
    internal static string Text(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        IConfigured made => made.Configuration?.ToString() ?? throw new ArgumentException($"A {made.GetType().Name} of one's own has no name that could be written down."),
        Configuration inner => inner.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => throw new ArgumentException($"A {value.GetType().Name} can't be a setting."),
    };

    static string Quoted(string text) =>
        !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'"
        : !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\""
        : throw new ArgumentException($"The text {text} holds both kinds of quotes, which a setting can't.");
}
