using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class CircleTests : LossContract
{
    protected override string ClassName => "Circle";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.Of(0, 1, 0, 1), Tensor.From(new double[,] { { 0.6, 0.8 }, { 0.8, -0.6 }, { 0.28, 0.96 }, { 1, 0 } }));
}
