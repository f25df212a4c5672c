using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class ZeroPadding2DTests : LayerContract
{
    protected override string ClassName => "ZeroPadding2D";

    protected override Shape Sample => [3, 2, 2];

    protected override Layer Inner => new ZeroPadding2D([1, 0, 0, 2]);

    protected override Layer From(ReferenceNode args) => args.Has("padding") ? new ZeroPadding2D([.. args["padding"].Items.SelectMany(pair => pair.Items).Select(number => number.Integer)]) : new ZeroPadding2D();

    [Fact]
    public void One_number_is_for_all_sides_and_two_for_rows_and_columns()
    {
        Assert.Equal([3, 3, 3, 3], new ZeroPadding2D(3).Padding);
        Assert.Equal([1, 1, 2, 2], new ZeroPadding2D([1, 2]).Padding);
        Assert.Equal([Shape.Unknown, Shape.Unknown, 6, 3], new ZeroPadding2D().OutputShape([Shape.Unknown, Shape.Unknown, 4, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ZeroPadding2D(-1));
        Assert.Contains("3 numbers", Assert.Throws<ArgumentException>(() => new ZeroPadding2D([1, 2, 3])).Message, StringComparison.Ordinal);
    }
}
