using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class LecunNormalTests : InitializerContract
{
    protected override string ClassName => "LecunNormal";

    protected override Initializer Seeded(long seed) => new LecunNormal(Seed: seed);
}
