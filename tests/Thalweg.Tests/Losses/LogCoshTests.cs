using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class LogCoshTests : LossContract
{
    protected override string ClassName => "LogCosh";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 1, -0.5, 2 }, { 0.3, 1.4, -1 } }), Tensor.From(new double[,] { { 0.4, 0.7, 1.1 }, { 1.9, -0.6, 0.2 } }));
}
