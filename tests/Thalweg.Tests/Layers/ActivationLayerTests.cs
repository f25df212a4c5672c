using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class ActivationLayerTests : LayerContract
{
    protected override string ClassName => "Activation";

    protected override Layer Inner => new ActivationLayer("relu");

    protected override Layer From(ReferenceNode args) => new ActivationLayer(args["activation"].Text);

    [Fact]
    public void Keras_calls_it_activation()
    {
        Assert.Equal(("Activation", "activation"), (Inner.ClassName, Inner.Name));
        Assert.Equal([Shape.Unknown, 2], new ActivationLayer("glu").OutputShape([Shape.Unknown, 4]));
    }
}
