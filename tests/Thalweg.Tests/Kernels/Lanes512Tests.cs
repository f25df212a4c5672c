using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class Lanes512Tests
{
    [Fact]
    public void Every_lane_computes_as_a_number_does()
    {
        LanesContract.Check<float, Lanes512<float>>();
        LanesContract.Check<double, Lanes512<double>>();
        Assert.Equal(512 / 32, Lanes512<float>.Count);
        Assert.Equal(512 / 64, Lanes512<double>.Count);
        Assert.Equal(512 / 32, Lanes512<int>.Count);
    }
}
