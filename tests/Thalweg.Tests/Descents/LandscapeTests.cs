using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Descents;

public class LandscapeTests
{
    static ReferenceNode Chapter => ReferenceFile.Load("chapter")["slice"];

    [Fact]
    public void The_loss_is_that_of_an_evaluation_with_all_penalties()
    {
        var model = new Sequential([new InputLayer(2), new Dense(3, "tanh") { KernelRegularizer = "l2", ActivityRegularizer = "l1" }, new Dense(1)]);
        model.Compile("sgd", "mse");
        var (x, y) = (Tensor.RandomNormal([20, 2], stream: new RandomStream(1)), Tensor.RandomNormal([20, 1], stream: new RandomStream(2)));
        Assert.Equal(model.Evaluate(x, y)["loss"], Landscape.LossOf(model, x, y)().Item(), 1e-6);
    }

    [Fact]
    public void The_slice_of_the_chapter_is_the_intended_loss()
    {
        var (model, x, _) = Network();
        var y = Tensor.From(Chapter["y"].Array.Data).Reshape([150, 1]);
        var loss = Landscape.LossOf(model, new MeanSquaredError(), x, y);
        Tensor WithDecay() => loss() + Decay(model);
        Near.Equal(Chapter["column"].Array.Data, Landscape.Slice(WithDecay, model.Weights[0], [3, 9], Chapter["w"].Array.Data), 1e-12);
    }

    [Fact]
    public void A_vector_of_targets_against_a_column_of_predictions_gives_the_other_curve()
    {
        // (150, 1) − (150,) is a 150 × 150 matrix: each prediction against each target. Keras aligns them; plain arrays don't.
        var (model, x, y) = Network();
        Tensor Mistaken() => (model.Apply(x) - y).Square().Mean() + Decay(model);
        Near.Equal(Chapter["broadcast"].Array.Data, Landscape.Slice(Mistaken, model.Weights[0], [3, 9], Chapter["w"].Array.Data), 1e-12);
    }

    [Fact]
    public void The_middle_of_a_plane_and_of_a_line_has_the_bits_of_the_loss_and_nothing_moves()
    {
        var model = Iris();
        var (x, y) = (Tensor.RandomNormal([20, 4], stream: new RandomStream(1)), Tensor.RandomChoice(3, 20, stream: new RandomStream(2)).OneHot(3));
        var loss = Landscape.LossOf(model, x, y);
        var before = model.GetWeights();
        var (a, b) = (Directions.FilterNormalized(model.TrainableWeights, 1), Directions.FilterNormalized(model.TrainableWeights, 2));
        var plane = Landscape.Plane(loss, model.TrainableWeights, a, b, radius: 0.5, points: 5);
        Assert.Equal(loss().Item(), plane[2, 2]);
        var line = Landscape.Line(loss, model.TrainableWeights, a, [-0.5, 0, 0.5]);
        Assert.Equal([plane[2, 0], plane[2, 2], plane[2, 4]], line);
        Assert.NotEqual(plane[0, 2], plane[2, 2]);
        foreach (var (old, now) in before.Zip(model.GetWeights()))
        {
            Near.Equal(old, now);
        }
    }

    [Fact]
    public void The_way_between_two_sets_of_weights_has_their_losses_at_its_ends()
    {
        var model = Iris();
        var (x, y) = (Tensor.RandomNormal([20, 4], stream: new RandomStream(1)), Tensor.RandomChoice(3, 20, stream: new RandomStream(2)).OneHot(3));
        var loss = Landscape.LossOf(model, x, y);
        var (start, before) = (model.GetWeights(), loss().Item());
        model.Fit(x, y, epochs: 5, verbose: Thalweg.Callbacks.Verbosity.Silent);
        var (end, after) = (model.GetWeights(), loss().Item());
        var way = Landscape.Between(loss, model.TrainableWeights, start, end, [0, 0.5, 1]);
        Assert.Equal((before, after), (way[0], way[2]));
        model.SetWeights([.. start.Zip(end, (a, b) => a * 0.5f + b * 0.5f)]);
        Assert.Equal(loss().Item(), way[1]);
    }

    [Fact]
    public void A_plane_has_the_same_bits_on_any_number_of_threads_and_the_middle_is_what_evaluate_says()
    {
        var (x, y) = IrisData.Load();
        var model = IrisData.Network("sgd", DType.Float32, "relu", 64, 64);
        var (a, b) = (Directions.FilterNormalized(model.TrainableWeights, 1), Directions.FilterNormalized(model.TrainableWeights, 2));
        double[,]? first = null;
        Widths.ForEach(where =>
        {
            var plane = Landscape.Plane(Landscape.LossOf(model, x, y), model.TrainableWeights, a, b, points: 7);
            first ??= plane;
            Assert.True(first.Cast<double>().SequenceEqual(plane.Cast<double>()), where);
        });
        Assert.Equal(model.Evaluate(x, y, batchSize: 150)["loss"], first![3, 3]);
    }

    [Fact]
    public void What_cannot_be_is_explained()
    {
        var model = Iris();
        Assert.Contains("no element [4, 0]", Assert.Throws<ArgumentException>(() => Landscape.Slice(() => Tensor.Scalar(0), model.Weights[0], [4, 0], [1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Landscape.Line(() => Tensor.Scalar(0), model.Weights, [Tensor.Zeros([1])], [0]));
        Assert.Throws<InvalidOperationException>(() => Landscape.LossOf(new Sequential(), Tensor.Zeros([1]), Tensor.Zeros([1])));
    }

    static Sequential Iris()
    {
        var model = new Sequential([new InputLayer(4), new Dense(8, "relu") { KernelInitializer = new Thalweg.Initializers.GlorotUniform(3) }, new Dense(3, "softmax") { KernelInitializer = new Thalweg.Initializers.GlorotUniform(4) }]);
        model.Compile("sgd", "categorical_crossentropy");
        return model;
    }

    /// <summary>The chapter's penalty, on kernels alone.</summary>
    static Tensor Decay(Sequential model) => (model.Weights[0].Value.Square().Sum() + model.Weights[2].Value.Square().Sum()) * 1e-4;

    static (Sequential Model, Tensor X, Tensor Y) Network()
    {
        var model = new Sequential([new InputLayer(6), new Dense(20, "sigmoid") { DType = DType.Float64 }, new Dense(1, "sigmoid") { DType = DType.Float64 }]) { DType = DType.Float64 };
        Tensor Weights(string name) => Tensor.From(Chapter[name].Array.Data);
        model.SetWeights([Weights("kernel_0").Reshape([6, 20]), Weights("bias_0").Reshape([20]), Weights("kernel_1").Reshape([20, 1]), Weights("bias_1").Reshape([1])]);
        return (model, Tensor.From(Chapter["X"].Array.Data).Reshape([150, 6]), Tensor.From(Chapter["y"].Array.Data));
    }
}
