using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

public class SamplesTests
{
    [Fact]
    public void Rows_of_all_tensors()
    {
        var samples = new Samples(Tensor.Arange(12, DType.Float32).Reshape([6, 2]), Tensor.Arange(6), Tensor.Ones([6]));
        Assert.Equal((6, 3), (samples.Rows, samples.All.Length));
        Assert.Equal([4, 2], samples.Like(4)[0].Shape);
        Assert.Equal([4], samples.Like(4)[2].Shape);
        var picked = samples.Gather([3, 1]);
        Near.Equal([6, 7, 2, 3], picked[0], 0);
        Near.Equal([3, 1], picked[1], 0);
        Assert.Equal(1, new Samples(Tensor.Zeros([2])).All.Length);
    }
}
