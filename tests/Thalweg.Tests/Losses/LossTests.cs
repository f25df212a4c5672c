using Thalweg.Losses;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class LossTests
{
    [Theory]
    [InlineData("mse", typeof(MeanSquaredError))]
    [InlineData("mae", typeof(MeanAbsoluteError))]
    [InlineData("binary_crossentropy", typeof(BinaryCrossentropy))]
    public void A_name_stands_for_one_with_default_settings(string name, Type type) => Assert.IsType(type, (Loss)name);

    [Fact]
    public void A_function_of_ones_own_serves()
    {
        var loss = Loss.From((y, p) => (y - p).Pow(4).Mean(axis: -1));
        Assert.Equal(8.5, loss.Compute(Tensor.From(new double[,] { { 1 }, { 0 } }), Tensor.From(new double[,] { { 0 }, { 2 } })).Item());
    }

    [Fact]
    public void Weights_leave_samples_out()
    {
        var (y, p) = (Tensor.From(new double[,] { { 1 }, { 0 } }), Tensor.From(new double[,] { { 0 }, { 9 } }));
        Assert.Equal(0.5, new MeanSquaredError().Compute(y, p, Tensor.Of(1.0, 0)).Item());
        Assert.Equal(1, new MeanSquaredError { Reduction = Reduction.Sum }.Compute(y, p, Tensor.Of(1.0, 0)).Item());
        Near.Equal(1, new MeanSquaredError { Reduction = Reduction.MeanWithSampleWeight }.Compute(y, p, Tensor.Of(1.0, 0)).Item(), 1e-6);
    }
}
