using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class RandomNormalTests : InitializerContract
{
    protected override string ClassName => "RandomNormal";

    protected override Initializer Seeded(long seed) => new RandomNormal(Seed: seed);
}
