using Thalweg.Layers;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every layer that merges keeps: Keras's recorded outputs and gradients, shapes that it foretells, a trace, its settings.</summary>
public abstract class MergeContract
{
    /// <summary>One with recorded settings.</summary>
    protected abstract Layer From(ReferenceNode args);

    /// <summary>Two inputs that it takes.</summary>
    protected virtual IReadOnlyList<Tensor> Inputs => [Tensor.RandomNormal([5, 4], stream: new RandomStream(1)), Tensor.RandomNormal([5, 4], stream: new RandomStream(2))];

    [Fact]
    public void Outputs_and_gradients_are_those_of_Keras()
    {
        var cases = 0;
        foreach (var node in ReferenceFile.Load("layer_merge")["cases"].Items)
        {
            var layer = From(node["args"]);
            if (node["layer"].Text != layer.ClassName)
            {
                continue;
            }
            cases++;
            Tensor[] x = [.. node["inputs"].Items.Select(input => input.Array.ToTensor())];
            Near.Equal(node["outputs"][0].Array.Data, layer.Apply(x), 1e-6, node["name"].Text);
            Assert.Equal(node["outputs"][0].Array.Shape, layer.OutputShapes([.. x.Select(input => input.Shape)])[0].ToArray());
            var cotangent = node["cotangents"][0].Array.ToTensor();
            for (var i = 0; i < x.Length; i++)
            {
                var place = i;
                var gradient = Gradient.Of(t => layer.Apply([.. x.Select((input, j) => j == place ? t : input)]) * cotangent)(x[i]);
                Near.Equal([.. node["grad_inputs"][i].Items.Select(number => number.Number)], gradient, 2e-6, $"{node["name"].Text} by input {i}");
            }
        }
        Assert.True(cases > 0, "no recorded case");
    }

    [Fact]
    public void The_output_has_the_shape_that_was_foretold_and_a_trace_gives_the_same_bits()
    {
        var (layer, x) = (Default, Inputs);
        var y = layer.Apply(x);
        Assert.Equal(layer.OutputShapes([.. x.Select(input => input.Shape)])[0], y.Shape);
        Assert.Equal(y.Shape.With(0, Shape.Unknown), layer.OutputShapes([.. x.Select(input => input.Shape.With(0, Shape.Unknown))])[0]);
        Assert.Equal(Widths.Bytes(y).ToArray(), Widths.Bytes(Thalweg.Plans.Plan.Trace(inputs => [layer.Apply(inputs)]).Run([.. x])[0]).ToArray());
    }

    [Fact]
    public void Its_settings_make_it_again()
    {
        var again = Layer.FromConfiguration(Default.Configuration!);
        Assert.Equal(Default.Configuration!.ToString(), again.Configuration!.ToString());
        Near.Equal(Default.Apply(Inputs), again.Apply(Inputs));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_the_shapes()
    {
        var error = Assert.Throws<ArgumentException>(() => Default.Apply([Tensor.Ones([5, 4, 2]), Tensor.Ones([5, 3, 3])]));
        Assert.Contains("(None, 4, 2)", error.Message, StringComparison.Ordinal);
        Assert.Contains(Default.ClassName, error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Default.Apply(Array.Empty<Tensor>()));
    }

    /// <summary>One with usual settings.</summary>
    protected abstract Layer Default { get; }
}
