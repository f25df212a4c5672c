using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SortOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.Sort(axis: 1);

    protected override int[] Places => Sorted();

    protected override Tensor Input => ((Tensor.Arange(24, DType.Float64) * 1.3).Sin() + 0.1).Reshape([2, 3, 4]);

    [Fact]
    public void Order_and_positions()
    {
        var x = Tensor.Of(2.0, double.NaN, 1, 3, 1);
        Near.Equal([1, 1, 2, 3, double.NaN], x.Sort(), 0);
        Near.Equal([3, 2, 1, 1, double.NaN], x.Sort(descending: true), 0);
        Near.Equal([2, 4, 0, 3, 1], x.ArgSort(), 0);
        Near.Equal([3, 0, 2, 4, 1], x.ArgSort(descending: true), 0);
        Assert.Equal([0], Tensor.Zeros([0]).Sort().Shape);
    }

    int[] Sorted()
    {
        var values = Input.ToArray<double>();
        var places = new int[24];
        for (var column = 0; column < 8; column++)
        {
            var first = column / 4 * 12 + column % 4;
            var sorted = new[] { first, first + 4, first + 8 }.OrderBy(place => values[place]).ToArray();
            for (var row = 0; row < 3; row++)
            {
                places[first + row * 4] = sorted[row];
            }
        }
        return places;
    }
}
