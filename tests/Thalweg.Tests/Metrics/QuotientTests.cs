using Thalweg.Metrics;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class QuotientTests
{
    [Fact]
    public void Nothing_over_nothing_is_nothing() => Near.Equal([2, 0, 0], Quotient.Of(Tensor.Of(4.0, 0, 3), Tensor.Of(2.0, 0, 0)), 0);
}
