using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class DiceTests : LossContract
{
    protected override string ClassName => "Dice";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 1, 0, 1 }, { 0, 1, 0.3 } }), Tensor.From(new double[,] { { 0.2, 0.5, 0.3 }, { 0.7, 0.1, 0.2 } }));
}
