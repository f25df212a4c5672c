using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class Lanes256Tests
{
    [Fact]
    public void Every_lane_computes_as_a_number_does()
    {
        LanesContract.Check<float, Lanes256<float>>();
        LanesContract.Check<double, Lanes256<double>>();
        Assert.Equal(256 / 32, Lanes256<float>.Count);
        Assert.Equal(256 / 64, Lanes256<double>.Count);
        Assert.Equal(256 / 32, Lanes256<int>.Count);
    }
}
