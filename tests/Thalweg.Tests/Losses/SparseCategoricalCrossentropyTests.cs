using Thalweg.Losses;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Losses;

public class SparseCategoricalCrossentropyTests : LossContract
{
    protected override string ClassName => "SparseCategoricalCrossentropy";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.Of(2, 0), Tensor.From(new double[,] { { 0.2, 0.5, 0.3 }, { 0.7, 0.1, 0.2 } }));

    protected override Loss From(ReferenceNode args) => new SparseCategoricalCrossentropy(args.Has("from_logits") && args["from_logits"].Flag, args.Has("ignore_class") ? args["ignore_class"].Integer : null, (int)args.Number("axis", -1));
}
