using CsCheck;

namespace Thalweg.Tests.Tensors;

public class ShapeTests
{
    [Fact]
    public void Lengths_and_sizes()
    {
        Shape shape = [2, 3, 4];
        Assert.Equal(3, shape.Rank);
        Assert.Equal(24, shape.Size);
        Assert.Equal(4, shape[^1]);
        Assert.Equal([3, 4], shape[1..]);
        Assert.Equal(1, Shape.Scalar.Size);
        Assert.Equal(0, new Shape(0, 5).Size);
        Assert.Equal(0, new Shape(1 << 20, 1 << 20, 0).Size);
        Assert.Throws<OverflowException>(() => new Shape(1 << 20, 1 << 20).Size);
        Assert.Throws<ArgumentException>(() => new Shape(2, -2));
    }

    [Theory]
    [InlineData(new int[0], "()")]
    [InlineData(new[] { 3 }, "(3,)")]
    [InlineData(new[] { -1, 4 }, "(None, 4)")]
    public void Text_is_that_of_a_tuple_in_Python(int[] lengths, string text) => Assert.Equal(text, new Shape(lengths).ToString());

    [Fact]
    public void Equality_is_of_lengths()
    {
        Shape a = [2, 3], b = [2, 3], c = [3, 2];
        Assert.True(a == b && a != c && a.Equals((object)b) && a.GetHashCode() == b.GetHashCode());
        Assert.Equal(default, Shape.Scalar);
    }

    [Fact]
    public void Axes_count_from_either_end()
    {
        Shape shape = [2, 3];
        Assert.Equal(1, shape.Axis(-1));
        Assert.Contains("(2, 3)", Assert.Throws<ArgumentOutOfRangeException>(() => shape.Axis(2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Shape.Scalar.Axis(0));
        Assert.Equal([2, 5], shape.With(-1, 5));
        Assert.Equal([2, 1, 3], shape.Insert(1, 1));
        Assert.Equal([2, 3, 1], shape.Insert(-1, 1));
        Assert.Equal([3], shape.Remove(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => shape.Insert(4, 1));
    }

    [Fact]
    public void Broadcasting_is_that_of_aligned_lengths() => ShapePairs.Sample(pair =>
    {
        var (a, b) = (new Shape(pair.A), new Shape(pair.B));
        var rank = Math.Max(a.Rank, b.Rank);
        var (la, lb) = (Enumerable.Repeat(1, rank - a.Rank).Concat(a).ToArray(), Enumerable.Repeat(1, rank - b.Rank).Concat(b).ToArray());
        if (la.Zip(lb).All(lengths => lengths.First == lengths.Second || lengths.First == 1 || lengths.Second == 1))
        {
            Assert.Equal(la.Zip(lb, (x, y) => x == 1 ? y : x), Shape.Broadcast(a, b));
            Assert.Equal(Shape.Broadcast(a, b), Shape.Broadcast(b, a));
        }
        else
        {
            Assert.Throws<ArgumentException>(() => Shape.Broadcast(a, b));
        }
    });

    static Gen<(int[] A, int[] B)> ShapePairs => Gen.Select(Gen.Int[0, 3].Array[0, 4], Gen.Int[0, 3].Array[0, 4]);
}
