using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class NormalizationTests : LayerContract
{
    protected override string ClassName => "Normalization";

    protected override Layer Inner => new Normalization(Tensor.Of(0f, 1, 2, 3), Tensor.Of(1f, 2, 3, 4));

    protected override Layer From(ReferenceNode args)
    {
        int? axis = args["axis"].IsNull ? null : args["axis"].Integer;
        if (args.Has("adapt_data"))
        {
            var adapted = new Normalization(axis);
            adapted.Adapt(args["adapt_data"].Array.ToTensor());
            return adapted;
        }
        Tensor Moments(string name) => args[name].IsNumber ? Tensor.Scalar(args[name].Number) : Tensor.From(args[name].Array.Floats);
        return new Normalization(Moments("mean"), Moments("variance"), axis) { Invert = args.Has("invert") && args["invert"].Flag };
    }

    [Fact]
    public void Learnt_moments_standardise_the_data()
    {
        var x = Tensor.RandomNormal([500, 3], mean: 7, std: 2, stream: new RandomStream(1)) * Tensor.Of(1f, 10, 100);
        var layer = new Normalization();
        layer.Adapt(x);
        var y = layer.Apply(x);
        Near.Equal([0, 0, 0], y.Mean(axis: 0), 1e-5);
        Near.Equal([1, 1, 1], y.Std(axis: 0), 1e-5);
        Assert.Equal(["mean", "variance", "count"], layer.Weights.Select(weight => weight.Name));
        Assert.Empty(layer.TrainableWeights);
    }

    [Fact]
    public void A_constant_feature_stays_finite()
    {
        var layer = new Normalization();
        layer.Adapt(Tensor.Ones([4, 2]));
        Near.Equal([0, 0], layer.Apply(Tensor.Ones([1, 2])), 0);
    }

    [Fact]
    public void Misuse_is_explained()
    {
        var given = new Normalization(Tensor.Of(0f, 0), Tensor.Of(1f, 1));
        Assert.Throws<InvalidOperationException>(() => given.Adapt(Tensor.Ones([2, 2])));
        Assert.Contains("3 features", Assert.Throws<ArgumentException>(() => given.Apply(Tensor.Ones([2, 3]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Normalization(Tensor.Of(0f), Tensor.Of(-1f)));
        Assert.Throws<ArgumentException>(() => new Normalization().BuildFor([Shape.Unknown, Shape.Unknown]));
    }
}
