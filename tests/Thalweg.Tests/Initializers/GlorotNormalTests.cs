using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class GlorotNormalTests : InitializerContract
{
    protected override string ClassName => "GlorotNormal";

    protected override Initializer Seeded(long seed) => new GlorotNormal(Seed: seed);
}
