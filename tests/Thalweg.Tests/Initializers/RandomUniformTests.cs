using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class RandomUniformTests : InitializerContract
{
    protected override string ClassName => "RandomUniform";

    protected override Initializer Seeded(long seed) => new RandomUniform(Seed: seed);
}
