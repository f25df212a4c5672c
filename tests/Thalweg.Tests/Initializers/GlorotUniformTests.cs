using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class GlorotUniformTests : InitializerContract
{
    protected override string ClassName => "GlorotUniform";

    protected override Initializer Seeded(long seed) => new GlorotUniform(Seed: seed);
}
