using Thalweg.Lab.Book.Figures;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Book.Figures;

public class BookFiguresTests
{
    [Theory]
    [InlineData("adam", 3)]
    [InlineData("slice", 2)]
    [InlineData("standardized", 2)]
    [InlineData("vanishing", 4)]
    public void Each_figure_has_its_curves_with_a_value_at_each_place(string name, int curves)
    {
        var figure = BookFigures.Find(name);
        Assert.Equal(curves, figure.Curves.Count);
        Assert.All(figure.Curves, curve =>
        {
            Assert.Equal(curve.X.Count, curve.Y.Count);
            Assert.All(curve.Y, value => Assert.True(double.IsFinite(value) && (!figure.Log || value > 0)));
        });
        Assert.Same(figure, BookFigures.Find(name));
    }

    [Fact]
    public void One_that_is_not_there_is_said_with_those_that_are() =>
        Assert.Equal("The book has no figure 'adan'; it has adam, slice, standardized, vanishing.", Assert.Throws<Refusal>(() => BookFigures.Find("adan")).Message);
}
