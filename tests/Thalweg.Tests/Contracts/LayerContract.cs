using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every layer keeps: Keras's recorded outputs and gradients, shapes that it foretells, a trace, a training with it inside.</summary>
[Collection(nameof(RandomSeed))]
public abstract class LayerContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    /// <summary>One with recorded settings.</summary>
    protected abstract Layer From(ReferenceNode args);

    /// <summary>One to train with, between an input and a dense layer.</summary>
    protected abstract Layer Inner { get; }

    /// <summary>What it takes in that training: four features, where nothing else is said.</summary>
    protected virtual Shape Sample => [4];

    /// <summary>Recorded cases in which the layer differs from Keras on purpose; its own tests say how.</summary>
    protected virtual IReadOnlyList<string> Otherwise => [];

    [Fact]
    public void Outputs_and_gradients_are_those_of_Keras()
    {
        foreach (var node in ReferenceFile.Load("layer_" + ClassName)["cases"].Items.Where(node => !node["call"].Has("mask") && !Otherwise.Contains(node["name"].Text)))
        {
            var (layer, x) = (From(node["args"]), node["inputs"][0].Array.ToTensor());
            layer.BuildFor(x.Shape.With(0, Shape.Unknown));
            foreach (var recorded in node["weights"].Items)
            {
                layer.Weights.Single(weight => weight.Name == recorded["path"].Text).Assign(recorded["value"].Array.ToTensor());
            }
            var context = new CallContext(!node["training"].IsNull && node["training"].Flag);
            Near.Equal(node["outputs"][0].Array.Data, layer.Apply(x, context), 1e-6, node["name"].Text);
            if (node.Has("non_trainable_after"))
            {
                foreach (var after in node["non_trainable_after"].Items)
                {
                    Near.Equal(after["value"].Array.Data, layer.Weights.Single(weight => weight.Name == after["path"].Text), 1e-6, $"{node["name"].Text}: {after["path"].Text} after the call");
                }
            }
            Assert.Equal(node["outputs"][0].Array.Shape, layer.OutputShape(x.Shape).ToArray());
            var cotangent = node["cotangents"][0].Array.ToTensor();
            Near.Equal(node["grad_inputs"][0].Array.Data, Gradient.Of(t => layer.Apply(t, context) * cotangent)(x), 2e-6, node["name"].Text + " by the input");
            var (_, gradients) = Gradient.Of(() => layer.Apply(x, context) * cotangent, layer.TrainableWeights);
            foreach (var (recorded, gradient) in node["grad_weights"].Items.Zip(gradients))
            {
                Near.Equal(recorded["grad"].Array.Data, gradient, 2e-6, $"{node["name"].Text} by {recorded["path"].Text}");
            }
        }
    }

    [Fact]
    public void The_output_has_the_shape_that_was_foretold_and_a_trace_gives_the_same_bits()
    {
        var (layer, x) = (Inner, Tensor.RandomNormal([5, .. Sample], stream: new RandomStream(1)));
        var y = layer.Apply(x);
        Assert.Equal(layer.OutputShape(x.Shape), y.Shape);
        Assert.Equal(layer.OutputShape([Shape.Unknown, .. Sample])[1..], y.Shape[1..]);
        Assert.Equal(Widths.Bytes(y).ToArray(), Widths.Bytes(Planned.Run(t => layer.Apply(t), x)).ToArray());
        Widths.AssertSameBits(() => layer.Apply(x));
    }

    [Fact]
    public void A_model_with_it_learns_and_repeats_itself_bit_for_bit()
    {
        History Train()
        {
            RandomSeed.Set(4);
            var x = Tensor.RandomNormal([40, .. Sample]);
            var y = x.Flatten(from: 1).Sum(axis: 1, keepDims: true);
            var model = new Sequential([new InputLayer(Sample.ToArray()), Inner, new Flatten(), new Dense(1)]);
            model.Compile(new Thalweg.Optimizers.Adam(0.03), "mse");
            return model.Fit(x, y, epochs: 8, batchSize: 10, verbose: Thalweg.Callbacks.Verbosity.Silent);
        }

        var (first, second) = (Train(), Train());
        Assert.True(first["loss"][^1] < first["loss"][0], string.Join(" ", first["loss"]));
        Assert.Equal(first["loss"], second["loss"]);
    }
}
