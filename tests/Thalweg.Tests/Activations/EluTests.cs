using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class EluTests : ActivationContract
{
    protected override string Name => "elu";

    protected override double Plain(double x) => x > 0 ? x : Math.Exp(x) - 1;

    protected override Activation From(ReferenceNode args) => new Elu(args.Number("alpha", 1));
}
