using Thalweg.Layers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Layers;

public class LayerTests
{
    [Fact]
    public void A_layer_of_ones_own_needs_its_weights_and_its_call()
    {
        var layer = new Scale();
        Assert.False(layer.IsBuilt);
        Assert.Equal("scale", layer.Name);
        Near.Equal([2, 4], layer.Apply(Tensor.From(new[] { 1f, 2 }, 1, 2)), 0);
        Assert.Equal((true, 2), (layer.IsBuilt, layer.ParameterCount));
        Assert.Equal([Shape.Unknown, 2], layer.InputShape!.Value);
        Assert.Equal("scale/factor", layer.Weights[0].Path);
        layer.Trainable = false;
        Assert.Empty(layer.TrainableWeights);
    }

    sealed class Scale : Layer
    {
        Variable? factor;

        public override Shape OutputShape(Shape input) => input;

        protected override void Build(Shape input) => factor = AddWeight("factor", [input[^1]], new Thalweg.Initializers.Constant(2));

        protected override Tensor Call(Tensor x, in CallContext context) => x * factor!;
    }
}
