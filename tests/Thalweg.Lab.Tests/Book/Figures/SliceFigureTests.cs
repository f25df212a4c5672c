using Thalweg.Lab.Book.Figures;

namespace Thalweg.Lab.Tests.Book.Figures;

public class SliceFigureTests
{
    [Fact]
    public void The_slices_are_those_of_the_sample_and_neither_is_convex()
    {
        var figure = SliceFigure.Compute();
        // What samples/NonConvexSlice prints.
        Assert.Equal((0.3236, 0.3272), (Math.Round(figure.Curves[0].Y.Min(), 4), Math.Round(figure.Curves[0].Y.Max(), 4)));
        Assert.Equal((0.3396, 0.3412), (Math.Round(figure.Curves[1].Y.Min(), 4), Math.Round(figure.Curves[1].Y.Max(), 4)));
        Assert.All(figure.Curves, curve => Assert.Contains(Enumerable.Range(1, curve.Y.Count - 2), i => curve.Y[i - 1] - 2 * curve.Y[i] + curve.Y[i + 1] < -1e-9));
    }
}
