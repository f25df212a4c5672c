using System.Globalization;
using Thalweg.Descents;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Languages;
using Thalweg.Lab.Reports;
using Thalweg.Plots;

namespace Thalweg.Lab.Runs;

/// <summary>A descent as a page that can be kept and sent: its paths, its losses, who raced, and what changed on the way.</summary>
static class DescentReport
{
    /// <summary>A drawing has no more points than it can show.</summary>
    const int MostPoints = 1000;

    /// <summary>The page of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="curves">What it gave.</param>
    public static string Of(RunRecord run, IReadOnlyDictionary<string, double[]> curves)
    {
        var (report, race) = (new HtmlReport(run.Name), run.Race);
        if (curves.Count == 0)
            return report.Say("The descent isn't done: there is nothing to show.").ToString();
        var racers = race.Racers!.Select((racer, i) => (Number: (i + 1).ToString(CultureInfo.InvariantCulture), Racer: racer)).ToArray();
        report.Say($"{Translator.Current.Say(Problems.Title(race.Objective!))}, from ({string.Join(", ", race.Start!.Select(Text))}): {race.Steps} steps, seed {race.Seed}.");
        Chart paths = new("y", "x", false, [.. racers.Select(one => Line(one.Number, one.Racer, curves[$"x/{one.Number}"], curves[$"y/{one.Number}"]))]);
        Chart losses = new("loss", "step", true, [.. racers.Select(one => Line(one.Number, one.Racer, [.. Enumerable.Range(0, curves[$"loss/{one.Number}"].Length).Select(step => (double)step)], curves[$"loss/{one.Number}"]))]);
        report.Heading("Paths and losses").Drawing(ChartFigure.Of([paths]).ToSvg(), "The path of each racer");
        report.Drawing(ChartFigure.Of([losses]).ToSvg(), "The loss of each racer at each step", losses);
        report.Heading("Racers").Table("Two descents with the same settings and seed give the same bits.", ["Racer", "Optimiser", "Batch size", "Sampling", "Noise", "Steps", "Last loss"],
            racers.Select(one => (IReadOnlyList<string>)
            [
                one.Number, one.Racer.Optimizer!, one.Racer.BatchSize == 0 ? Translator.Current.Say("all") : Text(one.Racer.BatchSize), Translator.Current.Say(one.Racer.Sampling!), Text(one.Racer.Noise),
                Text(curves[$"loss/{one.Number}"].Length - 1), Text(curves[$"loss/{one.Number}"][^1]),
            ]));
        if (race.Changes is { Length: > 0 } changes)
        {
            report.Heading("Changes").Table("What a racer goes on with from a step on", ["Step", "Racer", "Optimiser", "Batch size", "Sampling", "Noise"], changes.Select(change => (IReadOnlyList<string>)
            [
                Text(change.Step!.Value), Text(change.Who!.Value + 1), change.Optimizer ?? "", change.BatchSize is { } size ? Text(size) : "", change.Sampling ?? "", change.Noise is { } noise ? Text(noise) : "",
            ]));
        }
        return report.ToString();
    }

    static ChartLine Line(string number, Racer racer, double[] x, double[] y)
    {
        int every = Math.Max(1, (x.Length + MostPoints - 1) / MostPoints);
        int[] shown = [.. Enumerable.Range(0, x.Length).Where(i => i % every == 0 || i == x.Length - 1)];
        return new ChartLine($"{number}: {racer.Optimizer}", [.. shown.Select(i => x[i])], [.. shown.Select(i => y[i])]);
    }

    static string Text(double value) => value.ToString("G6", Translator.Current.Culture);
}
