using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

[Collection(nameof(RandomSeed))]
public class BatchNormalizationTests : LayerContract
{
    protected override string ClassName => "BatchNormalization";

    protected override Layer Inner => new BatchNormalization { Momentum = 0.5 };

    protected override Layer From(ReferenceNode args) => new BatchNormalization(args.Has("axis") ? args["axis"].Integer : -1)
    {
        Momentum = args.Number("momentum", 0.99),
        Epsilon = args.Number("epsilon", 1e-3),
        Scale = !args.Has("scale") || args["scale"].Flag,
        Center = !args.Has("center") || args["center"].Flag,
    };

    static readonly Tensor X = Tensor.RandomNormal([40, 3], mean: 5, stream: new RandomStream(2));

    static Sequential Network(Layer layer, Optimizer optimizer, bool eager = false)
    {
        RandomSeed.Set(1);
        var model = new Sequential([new InputLayer(3), layer, new Dense(1)]);
        model.Compile(optimizer, "mse", runEagerly: eager);
        return model;
    }

    static void Train(Sequential model, params Thalweg.Callbacks.Callback[] callbacks) =>
        model.Fit(X, X.Sum(axis: 1, keepDims: true), epochs: 2, batchSize: 10, shuffle: false, callbacks: callbacks, verbose: Thalweg.Callbacks.Verbosity.Silent);

    [Fact]
    public void Training_moves_the_averages_alike_in_plans_and_without()
    {
        var (planned, eager) = (new BatchNormalization(), new BatchNormalization());
        Train(Network(planned, new Sgd(0.01)));
        Train(Network(eager, new Sgd(0.01), eager: true));
        var expected = 0.0;
        for (var step = 0; step < 8; step++)
        {
            var mean = X[(step % 4 * 10)..(step % 4 * 10 + 10), 0].Mean().Item();
            expected = expected * 0.99 + mean * 0.01;
        }
        Near.Equal(expected, planned.Weights[2].Value[0].Item(), 1e-5);
        foreach (var (one, other) in planned.Weights.Zip(eager.Weights))
        {
            Near.Equal(one.Value, other.Value, 1e-6);
        }
    }

    [Fact]
    public void The_averages_move_once_a_step_however_often_the_optimiser_asks()
    {
        var (sgd, lbfgs) = (new BatchNormalization(), new BatchNormalization());
        foreach (var (layer, optimizer) in new (BatchNormalization, Optimizer)[] { (sgd, new Sgd(0)), (lbfgs, new LBfgs()) })
        {
            var model = Network(layer, optimizer);
            model.TrainOnBatch(X, X.Sum(axis: 1, keepDims: true));
        }
        Near.Equal(sgd.Weights[2].Value, lbfgs.Weights[2].Value, 1e-6);
    }

    [Fact]
    public void Callbacks_that_look_inside_move_nothing()
    {
        var (plain, watched) = (new BatchNormalization(), new BatchNormalization());
        Train(Network(plain, new Sgd(0.01)));
        Train(Network(watched, new Sgd(0.01)), new Thalweg.Descents.GradientFlow());
        Near.Equal(plain.Weights[2].Value, watched.Weights[2].Value);
        Near.Equal(plain.Weights[3].Value, watched.Weights[3].Value);
    }

    [Fact]
    public void A_frozen_layer_or_one_in_a_frozen_model_uses_and_keeps_its_averages()
    {
        var own = new BatchNormalization { Trainable = false };
        var inner = new BatchNormalization();
        var within = new Sequential([inner]) { Trainable = false };
        foreach (var layer in new Layer[] { own, within })
        {
            Near.Equal(X / Math.Sqrt(1.001), layer.Apply(X, new CallContext(Training: true)), 1e-5);
            Near.Equal([0, 0, 0], layer.Weights[2].Value, 0);
            Assert.Empty(layer.TrainableWeights);
        }
        inner.Apply(X, new CallContext(Training: true) { OnlyLooks = true });
        Near.Equal([0, 0, 0], inner.Weights[2].Value, 0);
    }

    [Fact]
    public void Threads_vectors_and_plans_give_the_same_bits()
    {
        var x = Tensor.RandomNormal([8, 12, 12, 20], stream: new RandomStream(3));
        byte[]? first = null;
        Widths.ForEach(how =>
        {
            var layer = new BatchNormalization();
            byte[] bits = [.. Widths.Bytes(layer.Apply(x, new CallContext(Training: true))), .. Widths.Bytes(layer.Weights[3].Value)];
            Assert.True((first ??= bits).AsSpan().SequenceEqual(bits), how);
        });
    }

    [Fact]
    public void Misuse_is_explained()
    {
        var layer = new BatchNormalization { Name = "bn" };
        Assert.Contains("BatchNormalization 'bn': axis -1 of the input (None, None)", Assert.Throws<ArgumentException>(() => layer.BuildFor([Shape.Unknown, Shape.Unknown])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BatchNormalization(0).BuildFor([Shape.Unknown, 3]));
        layer.BuildFor([Shape.Unknown, 3]);
        Assert.Contains("(2, 4)", Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Ones([2, 4]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchNormalization { Momentum = 1.5 });
    }
}
