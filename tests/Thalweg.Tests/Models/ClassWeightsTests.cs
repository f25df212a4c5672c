using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

public class ClassWeightsTests
{
    static readonly Dictionary<int, double> Weights = new() { [0] = 1, [2] = 0.5 };

    [Fact]
    public void Labels_in_every_form()
    {
        Near.Equal([1, 1, 0.5], ClassWeights.PerSample(Tensor.Of(0, 1, 2), Weights, null), 0);
        Near.Equal([1, 0.5], ClassWeights.PerSample(Tensor.From(new[,] { { 0f }, { 2 } }), Weights, null), 0);
        Near.Equal([0.5, 1], ClassWeights.PerSample(Tensor.Of(2, 0).OneHot(3), Weights, null), 0);
        Near.Equal([2, 1.5], ClassWeights.PerSample(Tensor.Of(0, 2), Weights, Tensor.Of(2f, 3)), 0);
        Assert.Throws<ArgumentException>(() => ClassWeights.PerSample(Tensor.Zeros([2, 3, 4]), Weights, null));
    }
}
