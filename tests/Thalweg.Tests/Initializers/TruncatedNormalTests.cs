using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class TruncatedNormalTests : InitializerContract
{
    protected override string ClassName => "TruncatedNormal";

    protected override Initializer Seeded(long seed) => new TruncatedNormal(Seed: seed);
}
