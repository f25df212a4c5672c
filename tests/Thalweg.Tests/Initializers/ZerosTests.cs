using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class ZerosTests
{
    [Fact]
    public void All_zero() => Near.Equal([0, 0], new Zeros().Make([2]), 0);
}
