using ScottPlot.Plottables;

namespace Thalweg.Plots.Tests;

public class ActivationFigureTests
{
    [Fact]
    public void Draws_a_function_with_its_first_and_second_derivative()
    {
        var figure = ActivationFigure.Of([("tanh", x => x.Tanh()), ("sigmoid", x => x.Sigmoid()), ("ReLU", x => x.Relu())]);
        Assert.Equal(["tanh", "sigmoid", "ReLU"], figure.Panels.Select(panel => panel.Axes.Title.Label.Text));

        var curves = Curves(figure, 0);
        Assert.Equal(3, curves.Length);
        foreach (double x in new[] { -4, -1.3, 0, 0.7, 4 })
        {
            double tanh = Math.Tanh(x), slope = 1 - tanh * tanh;
            Assert.Equal(tanh, At(curves[0], x), 1e-6);
            Assert.Equal(slope, At(curves[1], x), 1e-6);
            Assert.Equal(-2 * tanh * slope, At(curves[2], x), 1e-6);
        }
    }

    [Fact]
    public void The_step_of_a_derivative_is_a_gap_and_not_a_steep_line()
    {
        var figure = ActivationFigure.Of([("ReLU", x => x.Relu())], from: -1, to: 1);
        var slope = Curves(figure, 0)[1];
        Assert.Single(slope, point => double.IsNaN(point.Y));
        Assert.Equal([0.0, 1.0], slope.Select(point => point.Y).Where(double.IsFinite).Distinct().Order());
    }

    [Fact]
    public void An_axis_without_length_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ActivationFigure.Of([("tanh", x => x.Tanh())], from: 1, to: 1));
        Assert.Throws<ArgumentException>(() => ActivationFigure.Of([]));
    }

    static ScottPlot.Coordinates[][] Curves(Figure figure, int panel) =>
        [.. figure.Panels[panel].GetPlottables<Scatter>().Select(curve => curve.Data.GetScatterPoints().ToArray())];

    static double At(ScottPlot.Coordinates[] curve, double x) => curve.MinBy(point => Math.Abs(point.X - x)).Y;
}
