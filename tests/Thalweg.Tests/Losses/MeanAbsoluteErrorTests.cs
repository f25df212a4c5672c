using Thalweg.Losses;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Losses;

public class MeanAbsoluteErrorTests : LossContract
{
    protected override string ClassName => "MeanAbsoluteError";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 1, 0, 2 }, { 0, 1, 0 } }), Tensor.From(new double[,] { { 0.2, 0.5, 0.3 }, { 0.7, 0.1, 0.2 } }));

    protected override Loss From(ReferenceNode args) => new MeanAbsoluteError();
}
