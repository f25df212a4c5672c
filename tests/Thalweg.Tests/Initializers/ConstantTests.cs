using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class ConstantTests
{
    [Fact]
    public void All_the_same() => Near.Equal([0.5, 0.5], new Constant(0.5).Make([2], DType.Float64), 0);
}
