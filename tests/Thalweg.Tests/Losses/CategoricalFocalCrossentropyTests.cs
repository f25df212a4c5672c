using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class CategoricalFocalCrossentropyTests : LossContract
{
    protected override string ClassName => "CategoricalFocalCrossentropy";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new double[,] { { 0.3, 0.3, 0.4 }, { 0.5, 0.25, 0.25 } }));
}
