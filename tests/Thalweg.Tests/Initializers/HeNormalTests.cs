using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class HeNormalTests : InitializerContract
{
    protected override string ClassName => "HeNormal";

    protected override Initializer Seeded(long seed) => new HeNormal(Seed: seed);
}
