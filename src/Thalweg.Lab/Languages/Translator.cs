using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Thalweg.Descents;

namespace Thalweg.Lab.Languages;

/// <summary>
/// Says the Lab's sentences in a reader's language. They are made in English, wherever that is, and may have been kept so; what
/// a sentence is filled with is found again by its template, and numbers among it are written as the language writes them.
/// </summary>
sealed partial class Translator
{
    static readonly AsyncLocal<Translator?> Reader = new();

    readonly Dictionary<string, string> whole = [];
    readonly List<(Regex English, string Other)> filled = [];

    Translator(string name, CultureInfo culture, IEnumerable<KeyValuePair<string, string>> sentences)
    {
        (Name, Culture) = (name, culture);
        foreach (var (english, other) in sentences)
        {
            if (Hole().IsMatch(english))
                filled.Add((Pattern(english), other));
            else
                whole[english] = other;
        }
        // What says most of itself is tried first: "{0} is {1}" would fit much.
        filled.Sort((a, b) => Said(b.English).CompareTo(Said(a.English)));

        static int Said(Regex pattern) => pattern.ToString().Replace("(.*?)", "", StringComparison.Ordinal).Length;
    }

    /// <summary>English: every sentence as it was made.</summary>
    public static Translator English { get; } = new("en", CultureInfo.InvariantCulture, []);

    /// <summary>French.</summary>
    public static Translator French { get; } = new("fr", FrenchNumbers(), Sentences("fr"));

    /// <summary>That of the reader of what is being answered; English where nobody said.</summary>
    public static Translator Current => Reader.Value ?? English;

    /// <summary>The language as pages name it: <c>en</c>, <c>fr</c>.</summary>
    public string Name { get; }

    /// <summary>How numbers are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The translator for a list of languages, as <c>fr-CH, fr;q=0.9, en;q=0.8</c>: of those that the Lab speaks, the one liked best.</summary>
    public static Translator For(string? languages)
    {
        if (languages is null || !StringWithQualityHeaderValue.TryParseList([languages], out var liked))
            return English;
        string? best = liked.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1).Select(one => one.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(one => one is "fr" or "en");
        return best == "fr" ? French : English;
    }

    /// <summary>The translator for a request: that of <c>?lang=</c>, otherwise of Accept-Language.</summary>
    public static Translator For(HttpRequest request) =>
        For(request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : request.Headers.AcceptLanguage.ToString());

    /// <summary>Lets a request through, whose answer is in its reader's language.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Reader.Value = For(context.Request);
        if (context.Request.Path.StartsWithSegments("/api"))
            context.Response.Headers.Vary = "Accept-Language";
        await next(context).ConfigureAwait(false);
    }

    /// <summary>A sentence in this language; as it is where it isn't known.</summary>
    public string Say(string sentence)
    {
        if (whole.TryGetValue(sentence, out string? known))
            return known;
        foreach (var (english, other) in filled)
        {
            if (english.Match(sentence) is { Success: true } found)
                return Hole().Replace(other, hole => Fill(found.Groups[int.Parse(hole.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1].Value));
        }
        return sentence;
    }

    /// <summary>A chart whose title, axis and legend are in this language.</summary>
    public Chart Say(Chart chart) => this == English ? chart : chart with
    {
        Title = Say(chart.Title),
        Axis = Say(chart.Axis),
        Lines = [.. chart.Lines.Select(line => line with { Name = Say(line.Name) })],
    };

    /// <summary>What a sentence is filled with: a number, a part of a sentence, or somebody's words.</summary>
    string Fill(string text) => this == English ? text : Number().IsMatch(text) ? text.Replace(".", Culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal) : Say(text);

    /// <summary>English sentences with those of a language, by their templates.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Sentences(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"languages/{language}.txt") ?? throw new InvalidOperationException($"The sentences of '{language}' aren't part of the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sentences = new List<KeyValuePair<string, string>>();
        string? english = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('→'))
                sentences.Add(KeyValuePair.Create(english ?? throw new FormatException($"'{line}' follows no English sentence."), line[1..]));
            english = line.Length == 0 || line[0] is '→' or '#' ? null : line;
        }
        return sentences;
    }

    static Regex Pattern(string template) =>
        new("^" + string.Concat(Hole().Split(template).Select((part, i) => i % 2 == 0 ? Regex.Escape(part) : "(.*?)")) + "$", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>French numbers on any computer, whatever countries its system knows.</summary>
    static CultureInfo FrenchNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", "\u202f");
        return culture;
    }

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^-?\d+\.\d+([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
