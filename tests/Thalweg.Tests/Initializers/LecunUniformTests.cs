using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class LecunUniformTests : InitializerContract
{
    protected override string ClassName => "LecunUniform";

    protected override Initializer Seeded(long seed) => new LecunUniform(Seed: seed);
}
