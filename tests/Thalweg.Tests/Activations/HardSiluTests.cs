using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class HardSiluTests : ActivationContract
{
    protected override string Name => "hard_silu";

    protected override double Plain(double x) => double.IsNaN(x) ? x : x * Math.Clamp(x + 3, 0, 6) / 6;

    protected override double[] Points => [-3.3, -2.1, -1.7, -0.9, -0.33, 0.21, 0.77, 1.6, 2.4, 3.2];
}
