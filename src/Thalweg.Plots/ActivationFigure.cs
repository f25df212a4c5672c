using System.Globalization;
using ScottPlot;

namespace Thalweg.Plots;

/// <summary>
/// Functions with their first and second derivatives, one panel each: where a curve of f′ is near zero, an error that
/// is sent back through the function fades. The derivatives are those that training uses, by differentiation.
/// </summary>
public static class ActivationFigure
{
    const int Intervals = 800;

    /// <summary>A step of more than this part of a curve's height between neighbouring points is drawn as a gap.</summary>
    const double Jump = 0.25;

    /// <summary>Draws f, f′ and f″ of each function.</summary>
    /// <param name="functions">Elementwise functions and the names that stand above their panels.</param>
    /// <param name="from">Where the horizontal axis begins.</param>
    /// <param name="to">Where the horizontal axis ends.</param>
    /// <exception cref="ArgumentException">There is no function, or the axis has no length.</exception>
    /// <example><code>
    /// ActivationFigure.Of([("tanh", x => x.Tanh()), ("sigmoid", x => x.Sigmoid()), ("relu", x => x.Relu())]).SaveSvg("activations.svg");
    /// </code></example>
    public static Figure Of(IReadOnlyList<(string Name, Func<Tensor, Tensor> Function)> functions, double from = -4, double to = 4)
    {
        ArgumentNullException.ThrowIfNull(functions);
        if (functions.Count == 0)
            throw new ArgumentException("There is no function to draw: give at least one.", nameof(functions));
        if (!(from < to && double.IsFinite(to - from)))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The axis runs from {from} to {to}: give finite ends with from < to."), nameof(to));

        double[] x = [.. Enumerable.Range(0, Intervals + 1).Select(i => from + (to - from) * i / Intervals)];
        return new Figure(
            [.. functions.Select(function => PanelOf(function.Name, function.Function, x))],
            [new("f(x)", SeriesStyle.Of(0)), new("f′(x)", SeriesStyle.Of(1)), new("f″(x)", SeriesStyle.Of(2))]);
    }

    static Plot PanelOf(string name, Func<Tensor, Tensor> function, double[] x)
    {
        var first = Gradient.Of(function);
        var second = Gradient.Of(first);
        var points = Tensor.From(x, x.Length);
        var panel = Panel.New(name, "x");
        panel.Add.HorizontalLine(0, width: 1, color: Colors.Gray);
        panel.Add.VerticalLine(0, width: 1, color: Colors.Gray);
        Tensor[] curves = [function(points), first(points), second(points)];
        for (int i = 0; i < curves.Length; i++)
        {
            var (xs, ys) = BrokenAtJumps(x, curves[i].ToArray<double>());
            Panel.Line(panel, xs, ys, SeriesStyle.Of(i), width: 2.2f);
        }
        return panel;
    }

    static (double[] X, double[] Y) BrokenAtJumps(double[] x, double[] y)
    {
        double[] finite = [.. y.Where(double.IsFinite)];
        double height = finite.Length == 0 ? 0 : finite.Max() - finite.Min();
        var (xs, ys) = (new List<double>(), new List<double>());
        for (int i = 0; i < x.Length; i++)
        {
            if (i > 0 && Math.Abs(y[i] - y[i - 1]) > Jump * height)
            {
                xs.Add((x[i] + x[i - 1]) / 2);
                ys.Add(double.NaN);
            }
            xs.Add(x[i]);
            ys.Add(double.IsFinite(y[i]) ? y[i] : double.NaN);
        }
        return ([.. xs], [.. ys]);
    }
}
