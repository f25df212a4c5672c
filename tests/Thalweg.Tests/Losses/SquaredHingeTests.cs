using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class SquaredHingeTests : LossContract
{
    protected override string ClassName => "SquaredHinge";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 1, -1, 1 }, { -1, -1, 1 } }), Tensor.From(new double[,] { { 0.4, 0.7, -1.1 }, { 1.9, -0.6, 0.2 } }));
}
