using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class HeUniformTests : InitializerContract
{
    protected override string ClassName => "HeUniform";

    protected override Initializer Seeded(long seed) => new HeUniform(Seed: seed);
}
