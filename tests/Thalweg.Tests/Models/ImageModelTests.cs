using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

/// <summary>A network for images as a whole: what looks at a training takes its activations of four axes, and changes nothing.</summary>
[Collection(nameof(RandomSeed))]
public class ImageModelTests
{
    /// <summary>Bright columns against bright rows.</summary>
    static (Tensor X, Tensor Y) Data()
    {
        var stream = new RandomStream(1);
        var noise = Tensor.RandomNormal([48, 8, 8, 1], std: 0.3, stream: stream);
        var bright = Tensor.RandomChoice(8, 48, stream: stream).OneHot(8);
        var (columns, rows) = (bright.Reshape([48, 1, 8, 1]).BroadcastTo([48, 8, 8, 1]), bright.Reshape([48, 8, 1, 1]).BroadcastTo([48, 8, 8, 1]));
        var y = Tensor.Arange(48).Cast(DType.Int32) - Tensor.Arange(48).Cast(DType.Int32) / 2 * 2;
        return (noise + Tensor.Where(y.Reshape([48, 1, 1, 1]).Equal(0), columns, rows), y.Equal(0).Cast(DType.Int32).OneHot(2));
    }

    static Sequential Model(bool eager = false)
    {
        RandomSeed.Set(5);
        var model = new Sequential(
        [
            new InputLayer(8, 8, 1), new Conv2D(6, 3) { Padding = Padding.Same, UseBias = false }, new BatchNormalization { Momentum = 0.8 }, new ActivationLayer("relu"),
            new MaxPooling2D(2), new SeparableConv2D(8, 3, "relu"), new GlobalAveragePooling2D(), new Dense(2, "softmax"),
        ]);
        model.Compile("adam(learning_rate=0.02)", "categorical_crossentropy", ["accuracy"], runEagerly: eager);
        return model;
    }

    static Sequential Train(Sequential model, params Callback[] callbacks)
    {
        var (x, y) = Data();
        model.Fit(x, y, epochs: 12, batchSize: 12, callbacks: callbacks, verbose: Verbosity.Silent);
        return model;
    }

    [Fact]
    public void It_learns_and_gives_the_same_bits_with_callbacks_that_look_inside()
    {
        var (x, y) = Data();
        var (plain, flow) = (Train(Model()), new GradientFlow(10));
        var watched = Train(Model(), flow, new TerminateOnNaN());
        Assert.True(plain.Evaluate(x, y)["accuracy"] > 0.9, string.Join(' ', plain.History["accuracy"]));
        Assert.All(plain.Weights.Zip(watched.Weights), pair => Assert.Equal(pair.First.Value.ToArray<float>(), pair.Second.Value.ToArray<float>()));
        Assert.Equal(["conv2d", "batch_normalization", "separable_conv2d", "dense"], flow.Records[0].Layers.Select(layer => layer.Name));
        Assert.All(flow.Records, record => Assert.True(double.IsFinite(record.Loss)));
    }

    [Fact]
    public void Threads_and_vectors_give_the_same_bits()
    {
        byte[]? first = null;
        Widths.ForEach(how =>
        {
            var model = Train(Model());
            byte[] bits = [.. model.Weights.SelectMany(weight => Widths.Bytes(weight.Value).ToArray())];
            Assert.True((first ??= bits).AsSpan().SequenceEqual(bits), how);
        });
    }

    [Fact]
    public void A_plan_and_single_operations_train_alike()
    {
        var (planned, eager) = (Train(Model()), Train(Model(eager: true)));
        foreach (var (one, other) in planned.Weights.Zip(eager.Weights))
        {
            Near.Equal(one.Value, other.Value, 1e-4, one.Path);
        }
    }

    [Fact]
    public void It_is_diagnosed_and_its_curvature_measured()
    {
        var (x, y) = Data();
        var model = Model();
        var before = model.GetWeights();
        var diagnosis = model.Diagnose(x, y, new DiagnosisOptions { Epochs = 3, BatchSize = 12 });
        Assert.NotNull(diagnosis);
        Assert.All(before.Zip(model.GetWeights()), pair => Assert.Equal(pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
        Assert.True(double.IsFinite(Curvature.Of(model, x, y).Sharpness(0.1)));
    }

    [Fact]
    public void The_summary_lists_its_layers()
    {
        var text = new StringWriter();
        Model().Summary(text);
        foreach (var part in (string[])["conv2d (Conv2D)", "batch_normalization (BatchNormalization)", "(None, 4, 4, 6)", "max_pooling2d (MaxPooling2D)", "global_average_pooling2d"])
        {
            Assert.Contains(part, text.ToString(), StringComparison.Ordinal);
        }
    }
}
