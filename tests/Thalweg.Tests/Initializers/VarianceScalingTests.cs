using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class VarianceScalingTests : InitializerContract
{
    protected override string ClassName => "VarianceScaling";

    protected override Initializer Seeded(long seed) => new VarianceScaling(Seed: seed);
}
