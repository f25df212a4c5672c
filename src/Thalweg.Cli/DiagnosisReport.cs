using System.Globalization;
using Spectre.Console;
using Thalweg.Descents;

namespace Thalweg.Cli;

/// <summary>What the command says of a diagnosis: each finding with its numbers, the remedy, and what the remedy changed.</summary>
static class DiagnosisReport
{
    /// <summary>Writes all findings, or a clean bill.</summary>
    public static void Write(IAnsiConsole console, DiagnosisResult result)
    {
        var (settings, diagnosis, seconds) = result;
        var writer = console.Profile.Out.Writer;
        string accuracy = diagnosis.Accuracy is { } part ? string.Create(CultureInfo.InvariantCulture, $", accuracy on held-back rows {part:0.000}") : "";
        string loss = diagnosis.Losses.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $": loss {diagnosis.Losses[^1]:g4}{accuracy}") : "";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Trained for {diagnosis.Losses.Count} epochs{loss}; all trainings took {seconds:0.0} seconds."));
        writer.WriteLine();
        if (diagnosis.IsHealthy)
        {
            writer.WriteLine($"Healthy: nothing was found. Looked for {string.Join(", ", diagnosis.Checked)}.");
            return;
        }
        for (int i = 0; i < diagnosis.Findings.Count; i++)
            Write(console, string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {diagnosis.Findings[i].Severity}: {diagnosis.Findings[i].Name}"), diagnosis.Findings[i]);
        var options = diagnosis.Findings.SelectMany(finding => finding.Remedy.Settings).Where(setting => Known.Contains(setting.Key)).DistinctBy(setting => setting.Key).ToArray();
        if (options.Length > 0)
            writer.WriteLine($"Try: thalweg train {settings.Data} --target {Quoted(settings.Target)} {string.Join(' ', options.Select(setting => $"--{setting.Key} {Quoted(setting.Value)}"))}");
    }

    static HashSet<string> Known => field ??= [.. SettingCatalog.New().Select(setting => setting.Name)];

    static void Write(IAnsiConsole console, string title, Finding finding)
    {
        var writer = console.Profile.Out.Writer;
        writer.WriteLine(title);
        writer.WriteLine(finding.Summary);
        var table = TextTable.New("evidence", "");
        foreach (var (name, value) in finding.Evidence)
            TextTable.AddRow(table, name, Number(value));
        console.Write(table);
        writer.WriteLine($"Remedy: {finding.Remedy.Text}");
        if (finding.Effect is { } effect)
            writer.WriteLine($"Measured: {effect.Measure} was {Number(effect.Before)}, and is {Number(effect.After)} with the remedy.");
        writer.WriteLine();
    }

    static string Number(double value) => value.ToString("g4", CultureInfo.InvariantCulture);

    static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
