using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class RandomOpTests
{
    [Fact]
    public void Laws_have_their_moments()
    {
        var stream = new RandomStream(7);
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var uniform = Tensor.RandomUniform([20000], -1, 3, type, stream);
            Near.Equal(1, uniform.Mean().Item(), 0.03);
            Assert.True(uniform.Min().Item() >= -1 && uniform.Max().Item() < 3);
            var normal = Tensor.RandomNormal([20000], 2, 0.5, type, stream);
            Near.Equal(2, normal.Mean().Item(), 0.01);
            Near.Equal(0.5, normal.Std().Item(), 0.01);
            var truncated = Tensor.TruncatedNormal([20000], 0, 1, type, stream);
            Near.Equal(0.8796, truncated.Std().Item(), 0.01);
            Assert.True(truncated.Abs().Max().Item() <= 2);
        }
    }

    [Fact]
    public void Permutations_and_choices()
    {
        Near.Equal([0, 1, 2, 3, 4], Tensor.RandomPermutation(5, new RandomStream(1)).Sort(), 0);
        Assert.Equal(5, Tensor.RandomChoice(5, 5, replace: false, new RandomStream(1)).ToArray<int>().Distinct().Count());
        Assert.True((Tensor.RandomChoice(3, 100, stream: new RandomStream(1)) < 3).All().Item() == 1);
    }

    [Fact]
    public void A_stream_gives_the_same_numbers_again() =>
        Near.Equal(Tensor.RandomNormal([9], stream: new RandomStream(3)), Tensor.RandomNormal([9], stream: new RandomStream(3)));

    [Fact]
    public void Wrong_settings_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Tensor.RandomUniform([2], type: DType.Int32));
        Assert.Throws<ArgumentException>(() => Tensor.RandomUniform([Shape.Unknown]));
    }
}
