using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SparseSigmoidTests : ActivationContract
{
    protected override string Name => "sparse_sigmoid";

    protected override double Plain(double x) => x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1;

    protected override bool KeepsNaN => false;
}
