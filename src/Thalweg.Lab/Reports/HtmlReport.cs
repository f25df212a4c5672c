using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Thalweg.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;

namespace Thalweg.Lab.Reports;

/// <summary>A page of HTML that needs nothing beside itself: headings, sentences, tables, drawings. All text is escaped, and in the language of who asked for it.</summary>
/// <param name="title">What it is about, in somebody's own words.</param>
sealed class HtmlReport(string title)
{
    const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #c9d1d9; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #15181c; --line: #3d444d; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1, h2 { line-height: 1.2; } table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
        th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
        figure { margin: 1rem 0; } figure img { max-width: 100%; height: auto; background: #fff; } figcaption { font-size: .9rem; }
        """;

    /// <summary>The figures of the Lab's pages as one script, so that a report's charts answer like those of the pages.</summary>
    static readonly Lazy<string> Script = new(() =>
        Encoding.UTF8.GetString(StaticPages.Embedded().Files["report/report.js"]).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase));

    readonly Translator language = Translator.Current;
    readonly StringBuilder body = new();
    bool hasCharts;

    /// <summary>A heading.</summary>
    public HtmlReport Heading(string text) => Add("h2", language.Say(text));

    /// <summary>A paragraph.</summary>
    public HtmlReport Say(string text) => Add("p", language.Say(text));

    /// <summary>A table; numbers, written as the reader's language writes them, stand to the right.</summary>
    public HtmlReport Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        body.Append("<table><caption>").Append(Escape(language.Say(caption))).Append("</caption><thead><tr>");
        foreach (string name in head)
            body.Append("<th scope=\"col\">").Append(Escape(language.Say(name))).Append("</th>");
        body.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            body.Append("<tr>");
            foreach (string cell in row)
            {
                bool isNumber = double.TryParse(cell, System.Globalization.NumberStyles.Float, language.Culture, out _);
                body.Append(isNumber ? "<td class=\"number\">" : "<td>").Append(Escape(cell)).Append("</td>");
            }
            body.Append("</tr>\n");
        }
        body.Append("</tbody></table>\n");
        return this;
    }

    /// <summary>A drawing of this library, with what it shows in words.</summary>
    /// <param name="svg">The drawing. It becomes an image of its own: names inside one drawing don't meet those of another.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="charts">The same as charts that answer, which the page's script puts in the drawing's place where scripts run.</param>
    public HtmlReport Drawing(string svg, string caption, params IReadOnlyList<Chart> charts)
    {
        caption = language.Say(caption);
        hasCharts |= charts.Count > 0;
        body.Append("<figure");
        if (charts.Count > 0)
            body.Append(" data-charts=\"").Append(Escape(JsonSerializer.Serialize(charts.Select(language.Say), LabJson.Options))).Append('"');
        body.Append("><img alt=\"").Append(Escape(caption)).Append("\" src=\"data:image/svg+xml;base64,").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(svg)))
            .Append("\"><figcaption>").Append(Escape(caption)).Append("</figcaption></figure>\n");
        return this;
    }

    /// <summary>The page. No script runs in it but its own, whose hash it names.</summary>
    public override string ToString()
    {
        string script = hasCharts ? $"<script>{Script.Value}</script>\n" : "";
        string allowed = hasCharts ? $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script.Value)))}'; " : "";
        return $"<!doctype html>\n<html lang=\"{language.Name}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
        $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {allowed}style-src 'unsafe-inline'; img-src data: blob:\">\n" +
        $"<title>{Escape(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Escape(title)}</h1>\n{body}</main>\n{script}</body>\n</html>\n";
    }

    HtmlReport Add(string tag, string text)
    {
        body.Append('<').Append(tag).Append('>').Append(Escape(text)).Append("</").Append(tag).Append(">\n");
        return this;
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
