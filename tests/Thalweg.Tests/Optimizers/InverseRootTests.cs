using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class InverseRootTests
{
    [Fact]
    public void Its_fourth_power_inverts_the_matrix()
    {
        var a = Tensor.From(new double[,] { { 5, 1, 0 }, { 1, 3, -1 }, { 0, -1, 0.01 + 0.5 } });
        var x = InverseRoot.Fourth(a);
        var square = x.MatMul(x);
        Near.Equal(Tensor.Eye(3, type: DType.Float64), square.MatMul(square).MatMul(a), 1e-4);
    }

    [Fact]
    public void A_wide_spectrum_stays_finite_in_single_precision()
    {
        var x = InverseRoot.Fourth(Tensor.From(new float[,] { { 1e4f, 0 }, { 0, 1e-2f } }));
        Assert.Equal(1, x.IsFinite().All().Item());
        Near.Equal(0.1, x[0, 0].Item(), 1e-3);
    }
}
