using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class SquareplusTests : ActivationContract
{
    protected override string Name => "squareplus";

    protected override double Plain(double x) => x < -100 ? 4 / (2 * (Math.Sqrt(x * x + 4) - x)) : (x + Math.Sqrt(x * x + 4)) / 2;

    protected override Activation From(ReferenceNode args) => new Squareplus(args.Number("b", 4));
}
