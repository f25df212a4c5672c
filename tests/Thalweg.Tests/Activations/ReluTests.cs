using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class ReluTests : ActivationContract
{
    protected override string Name => "relu";

    protected override double Plain(double x) => double.IsNaN(x) ? x : Math.Max(0, x);

    protected override Activation From(ReferenceNode args) => new Relu(args.Number("negative_slope", 0), args.Has("max_value") ? args["max_value"].Number : null, args.Number("threshold", 0));

    protected override bool MakesFloating => false;
}
