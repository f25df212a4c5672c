using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SparsePlusTests : ActivationContract
{
    protected override string Name => "sparse_plus";

    protected override double Plain(double x) => x <= -1 ? 0 : x < 1 ? (x + 1) * (x + 1) / 4 : x;
}
