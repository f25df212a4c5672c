using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class DenseTests : LayerContract
{
    protected override string ClassName => "Dense";

    protected override Layer Inner => new Dense(6, "tanh");

    protected override Layer From(ReferenceNode args) => new Dense(args["units"].Integer, args.Has("activation") ? (Thalweg.Activations.Activation)args["activation"].Text : null) { UseBias = !args.Has("use_bias") || args["use_bias"].Flag };

    [Fact]
    public void A_wrong_input_is_named_with_its_layer()
    {
        var layer = new Dense(3) { Name = "dense_2" };
        layer.BuildFor([Shape.Unknown, 256]);
        var error = Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Zeros([30, 4])));
        Assert.Equal("Dense 'dense_2': the input has 4 features, the kernel expects 256 (input shape (30, 4)). Build a new layer, or feed it (batch, 256).", error.Message);
        Assert.Throws<ArgumentException>(() => new Dense(3).Apply(Tensor.Zeros([4])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dense(0));
    }

    [Fact]
    public void Penalties_are_those_of_its_regularisers()
    {
        var layer = new Dense(2) { KernelRegularizer = "l2", BiasRegularizer = "l1", KernelInitializer = "ones", BiasInitializer = "ones" };
        layer.BuildFor([Shape.Unknown, 3]);
        Near.Equal(0.06 + 0.02, layer.Penalties().Sum(penalty => penalty.Item()), 1e-7);
    }

    [Fact]
    public void Weights_can_be_Float64() => Assert.Equal(DType.Float64, new Dense(2) { DType = DType.Float64 }.Apply(Tensor.Zeros([1, 2])).DType);
}
