using ScottPlot;

namespace Thalweg.Plots.Tests;

public class PlotFontTests
{
    [Fact]
    public void The_faces_come_from_the_assembly()
    {
        Assert.Equal(PlotFont.Family, PlotFont.Regular.FamilyName);
        Assert.False(PlotFont.Regular.IsBold);
        Assert.Equal(PlotFont.Family, PlotFont.Bold.FamilyName);
        Assert.True(PlotFont.Bold.IsBold);
    }

    [Fact]
    public void The_face_has_every_sign_that_figures_write() =>
        Assert.True(PlotFont.Regular.ContainsGlyphs("f(x) f′ f″ −1.5 2e−9 λσ∂ äéß"));

    [Fact]
    public void A_plot_takes_the_carried_face_whatever_the_machine_has()
    {
        using var plot = new Plot();
        PlotFont.ApplyTo(plot);
        Assert.Same(PlotFont.Regular, Fonts.GetTypeface(PlotFont.Family, bold: false, italic: false));
        Assert.Equal(PlotFont.Family, plot.Axes.Bottom.TickLabelStyle.FontName);
    }
}
