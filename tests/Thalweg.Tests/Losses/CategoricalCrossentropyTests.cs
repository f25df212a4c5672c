using Thalweg.Losses;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Losses;

public class CategoricalCrossentropyTests : LossContract
{
    protected override string ClassName => "CategoricalCrossentropy";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new double[,] { { 1, 0, 0 }, { 0.2, 0.5, 0.3 } }), Tensor.From(new double[,] { { 0.2, 0.5, 0.3 }, { 0.7, 0.1, 0.2 } }));

    protected override Loss From(ReferenceNode args) => new CategoricalCrossentropy(args.Has("from_logits") && args["from_logits"].Flag, args.Number("label_smoothing", 0), (int)args.Number("axis", -1));
}
