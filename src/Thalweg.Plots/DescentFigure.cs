using ScottPlot;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>
/// Ways down a function of two variables: its contours with the path of each optimiser, the known minima marked, and
/// beside them how the cost falls.
/// </summary>
public static class DescentFigure
{
    const int GridPoints = 121, StarSize = 12;

    /// <summary>Draws descents of one objective.</summary>
    /// <param name="paths">The paths, all of one function of two variables.</param>
    /// <param name="names">What each is called in the legend; its optimiser where none are given.</param>
    /// <param name="window">What is shown; the objective's own window where it isn't given, or what the paths cover.</param>
    /// <exception cref="ArgumentException">There is no path, or the points haven't two coordinates.</exception>
    /// <example><code>
    /// var race = Descent.Race(new Rosenbrock(), [new Sgd(0.001), new Adam(0.05)], steps: 300);
    /// DescentFigure.Of(race).SaveSvg("race.svg");
    /// </code></example>
    public static Figure Of(IReadOnlyList<Trajectory> paths, IReadOnlyList<string>? names = null, Window? window = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
            throw new ArgumentException("There is no path to draw: give at least one.", nameof(paths));
        if (paths.Any(path => path.Last.Point.Size != 2))
            throw new ArgumentException("Contours are of functions of two variables; these points have another number of coordinates.", nameof(paths));

        var legend = paths.Select((path, i) => new LegendEntry(names?[i] ?? path.Name, SeriesStyle.Of(i))).ToArray();
        return new Figure([Map(paths, window ?? paths[0].Objective.Window ?? Around(paths)), Costs(paths)], legend);
    }

    static Plot Map(IReadOnlyList<Trajectory> paths, Window window)
    {
        var objective = paths[0].Objective;
        var panel = Panel.New(objective.Name, "first variable");
        panel.YLabel("second variable", size: 14);
        panel.Axes.Left.Label.Bold = false;
        double[] costs = objective.Costs(window.Grid(GridPoints, GridPoints)).ToArray<double>();
        var heights = new double[GridPoints, GridPoints];
        System.Buffer.BlockCopy(costs, 0, heights, 0, costs.Length * sizeof(double));
        ContourMap.Draw(panel, heights, window, objective.LeastCost);
        for (int i = 0; i < paths.Count; i++)
        {
            double[] points = paths[i].Points.ToArray<double>();
            double[] x = [.. points.Where((_, k) => k % 2 == 0)], y = [.. points.Where((_, k) => k % 2 == 1)];
            Panel.Line(panel, x, y, SeriesStyle.Of(i), width: 2.2f);
            Panel.Circles(panel, [new(x[0], y[0])], SeriesStyle.Of(i));
        }
        foreach (var minimum in objective.Minimisers)
        {
            double[] place = minimum.ToArray<double>();
            var mark = panel.Add.Marker(place[0], place[1], MarkerShape.Asterisk, StarSize, Colors.Black);
            mark.LineWidth = 2;
        }
        return panel;
    }

    static Plot Costs(IReadOnlyList<Trajectory> paths)
    {
        double least = paths[0].Objective.LeastCost ?? 0;
        bool aboveLeast = paths.All(path => path.Costs.All(cost => cost > least));
        var panel = Panel.New(aboveLeast ? "cost above the minimum (logarithmic)" : "cost", paths.Any(path => path.Last.Batch is not null) ? "epoch" : "step", logarithmic: aboveLeast);
        bool epochs = paths.Any(path => path.Last.Batch is not null);
        for (int i = 0; i < paths.Count; i++)
        {
            double[] x = [.. paths[i].Iterates.Select(iterate => epochs ? iterate.Epoch : iterate.Step)];
            double[] y = [.. paths[i].Costs.Select(cost => aboveLeast ? Math.Log10(cost - least) : cost)];
            Panel.Line(panel, x, y, SeriesStyle.Of(i));
        }
        return panel;
    }

    static Window Around(IReadOnlyList<Trajectory> paths)
    {
        var points = Tensor.Concat([.. paths.Select(path => path.Points.Cast(DType.Float64))]);
        var (low, high) = (points.Min(axis: 0).ToArray<double>(), points.Max(axis: 0).ToArray<double>());
        double width = Math.Max(high[0] - low[0], 1e-3), height = Math.Max(high[1] - low[1], 1e-3);
        return new Window(low[0] - 0.2 * width, high[0] + 0.2 * width, low[1] - 0.2 * height, high[1] + 0.2 * height);
    }
}
