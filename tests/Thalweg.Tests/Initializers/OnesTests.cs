using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class OnesTests
{
    [Fact]
    public void All_one() => Near.Equal([1, 1], new Ones().Make([2]), 0);
}
