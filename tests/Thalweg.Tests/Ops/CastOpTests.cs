using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class CastOpTests
{
    [Fact]
    public void Numbers_keep_their_value_where_it_fits()
    {
        var x = Tensor.Of(-1.7, 0, 2.5, 1e20, double.NaN);
        Near.Equal([-1, 0, 2, int.MaxValue, 0], x.Cast(DType.Int32), 0);
        Near.Equal([1, 0, 1, 1, 1], x.Cast(DType.Bool), 0);
        Near.Equal([(float)-1.7, 0, 2.5, 1e20f, double.NaN], x.Cast(DType.Float32), 0);
        foreach (var type in Enum.GetValues<DType>())
        {
            Near.Equal([1, 0], Tensor.Of(true, false).Cast(type), 0);
            Assert.Equal(type, Tensor.Of(3, 4).Cast(type).DType);
        }
    }

    [Fact]
    public void Gradient_comes_back_in_the_type_of_the_input()
    {
        var dx = Gradient.Of(x => x.Cast(DType.Float32) * 3)(Tensor.Of(1.0, 2));
        Assert.Equal(DType.Float64, dx.DType);
        Near.Equal([3, 3], dx, 0);
    }
}
