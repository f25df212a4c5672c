using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class KLDivergenceTests : LossContract
{
    protected override string ClassName => "KLDivergence";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 0.2, 0.5, 0.3 }, { 0.1, 0.1, 0.8 } }), Tensor.From(new double[,] { { 0.3, 0.3, 0.4 }, { 0.5, 0.25, 0.25 } }));
}
