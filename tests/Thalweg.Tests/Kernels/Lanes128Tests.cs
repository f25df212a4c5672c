using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class Lanes128Tests
{
    [Fact]
    public void Every_lane_computes_as_a_number_does()
    {
        LanesContract.Check<float, Lanes128<float>>();
        LanesContract.Check<double, Lanes128<double>>();
        Assert.Equal(128 / 32, Lanes128<float>.Count);
        Assert.Equal(128 / 64, Lanes128<double>.Count);
        Assert.Equal(128 / 32, Lanes128<int>.Count);
    }
}
