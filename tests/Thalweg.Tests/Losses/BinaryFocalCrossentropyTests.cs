using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class BinaryFocalCrossentropyTests : LossContract
{
    protected override string ClassName => "BinaryFocalCrossentropy";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 1, 0, 1 }, { 0, 1, 0.3 } }), Tensor.From(new double[,] { { 0.2, 0.5, 0.3 }, { 0.7, 0.1, 0.2 } }));
}
