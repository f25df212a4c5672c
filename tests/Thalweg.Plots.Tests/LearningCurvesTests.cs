using ScottPlot.Plottables;
using Thalweg.Models;

namespace Thalweg.Plots.Tests;

public class LearningCurvesTests
{
    static History Of(params (string Name, double[] Values)[] metrics)
    {
        var history = new History();
        for (int epoch = 0; epoch < metrics[0].Values.Length; epoch++)
            history.Add(epoch, metrics.ToDictionary(metric => metric.Name, metric => metric.Values[epoch]));
        return history;
    }

    static Scatter[] Lines(Figure figure, int panel) => [.. figure.Panels[panel].GetPlottables<Scatter>().Where(line => line.LineWidth > 0)];

    static double[] Values(Scatter line) => [.. line.Data.GetScatterPoints().Select(point => point.Y)];

    [Fact]
    public void One_panel_for_the_loss_and_one_for_each_metric()
    {
        var figure = Of(("loss", [2, 1]), ("accuracy", [0.5, 0.6]), ("val_loss", [2, 1.5]), ("val_accuracy", [0.4, 0.5])).Plot();
        Assert.Equal(["loss", "accuracy"], figure.Panels.Select(panel => panel.Axes.Title.Label.Text));
        Assert.Equal([[2, 1], [2, 1.5]], Lines(figure, 0).Select(Values));
        Assert.Equal([[0.5, 0.6], [0.4, 0.5]], Lines(figure, 1).Select(Values));
    }

    [Fact]
    public void Epochs_count_from_1() =>
        Assert.Equal([1.0, 2, 3], Lines(Of(("loss", [3, 2, 1])).Plot(), 0)[0].Data.GetScatterPoints().Select(point => point.X));

    [Fact]
    public void A_loss_that_spans_decades_is_drawn_by_its_logarithm()
    {
        var wide = Of(("loss", [10, 1, 0.1])).Plot();
        Assert.Equal("loss (logarithmic)", wide.Panels[0].Axes.Title.Label.Text);
        Assert.Equal([1.0, 0, -1], Values(Lines(wide, 0)[0]));
        Assert.Equal("loss", Of(("loss", [10, 1, 0])).Plot().Panels[0].Axes.Title.Label.Text);
    }

    [Fact]
    public void A_diverged_epoch_is_a_gap()
    {
        var values = Values(Lines(Of(("loss", [1, double.NaN, double.PositiveInfinity, 2])).Plot(), 0)[0]);
        Assert.Equal([1.0, double.NaN, double.NaN, 2], values);
    }

    [Fact]
    public void Each_name_has_a_colour_and_a_pattern_and_repeats_share_them()
    {
        var lines = Lines(LearningCurves.Compare([("a", Of(("loss", [1, 2]))), ("b", Of(("loss", [2, 3]))), ("a", Of(("loss", [3, 4])))]), 0);
        Assert.Equal(3, lines.Length);
        Assert.Equal((lines[0].LineColor.ToHex(), lines[0].LinePattern.Name), (lines[2].LineColor.ToHex(), lines[2].LinePattern.Name));
        Assert.NotEqual(lines[0].LineColor.ToHex(), lines[1].LineColor.ToHex());
        Assert.NotEqual(lines[0].LinePattern.Name, lines[1].LinePattern.Name);
    }

    [Fact]
    public void Validation_carries_circles()
    {
        var figure = LearningCurves.Compare([("a", Of(("loss", [1, 2, 3]), ("val_loss", [2, 3, 4])))]);
        Assert.Equal([2.0, 3, 4], Assert.Single(figure.Panels[0].GetPlottables<OpenCircles>()).Points.Select(point => point.Y));
        Assert.Contains("on the validation data", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trainings_need_not_have_the_same_metrics_nor_length()
    {
        var figure = LearningCurves.Compare([("a", Of(("loss", [1, 2]), ("accuracy", [0, 1]))), ("b", Of(("loss", [1])))]);
        Assert.Equal(2, figure.Panels.Count);
        Assert.Single(Lines(figure, 1));
    }

    [Fact]
    public void Nothing_can_not_be_compared() => Assert.Throws<ArgumentException>(() => LearningCurves.Compare([]));
}
