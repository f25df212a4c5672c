using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents;

[Collection(nameof(RandomSeed))]
public class GradientFlowTests
{
    static readonly Tensor X = Tensor.RandomNormal([40, 4], stream: new RandomStream(1));
    static readonly Tensor Y = Tensor.RandomChoice(3, 40, stream: new RandomStream(2)).OneHot(3);

    static Sequential Model(Optimizer? optimizer = null, bool eager = false, string hidden = "relu")
    {
        RandomSeed.Set(7);
        var model = new Sequential([new InputLayer(4), new Dense(16, hidden), new Dropout(0.3), new Dense(8), new ActivationLayer("tanh"), new Dense(3, "softmax")]);
        model.Compile(optimizer ?? "adam", "categorical_crossentropy", runEagerly: eager);
        return model;
    }

    static Sequential Train(Sequential model, params Callback[] callbacks)
    {
        model.Fit(X, Y, epochs: 3, batchSize: 8, callbacks: callbacks, verbose: Verbosity.Silent);
        return model;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_training_has_the_same_bits_with_and_without_it(bool eager)
    {
        var plain = Train(Model(eager: eager));
        var flow = new GradientFlow(1);
        var watched = Train(Model(eager: eager), flow);
        Assert.Equal(15, flow.Records.Count);
        Assert.All(plain.Weights.Zip(watched.Weights), pair => Assert.Equal(pair.First.Value.ToArray<float>(), pair.Second.Value.ToArray<float>()));
        Assert.Equal(plain.History["loss"], watched.History["loss"]);
    }

    [Fact]
    public void It_looks_at_each_so_many_th_step()
    {
        var flow = new GradientFlow(4);
        Train(Model(), flow);
        Assert.Equal([0, 4, 8, 12], flow.Records.Select(record => record.Step));
        Assert.Equal(["dense", "dense_1", "dense_2"], flow.Records[0].Layers.Select(layer => layer.Name));
        Train(Model(), flow);
        Assert.Equal(4, flow.Records.Count);
    }

    [Fact]
    public void Norms_are_those_of_the_steps_gradient_weights_and_update()
    {
        // With plain gradient descent the update is the learning rate times the gradient, dropout's mask included.
        var flow = new GradientFlow(1);
        Train(Model(new Sgd(0.5)), flow);
        Assert.All(flow.Records.SelectMany(record => record.Layers), layer =>
        {
            Assert.Equal(0.5 * layer.GradientNorm, layer.UpdateNorm, 1e-5);
            Assert.Equal(layer.UpdateNorm / layer.WeightNorm, layer.UpdateRatio);
        });
        var kernel = Model().Layers[0].Weights[0].Value;
        Assert.Equal(kernel.Square().Sum().Sqrt().Item(), flow.Records[0].Layers[0].WeightNorm, 1e-5);
        Assert.Equal(4 * 16 + 16, flow.Records[0].Layers[0].Parameters);
    }

    [Fact]
    public void The_loss_is_that_of_the_batch()
    {
        var (flow, losses) = (new GradientFlow(1), new List<double>());
        var model = Model();
        model.Fit(X, Y, epochs: 3, batchSize: 40, callbacks: [flow, new LambdaCallback { BatchEnd = (_, _, logs) => losses.Add(logs["loss"]) }], verbose: Verbosity.Silent);
        Assert.Equal(losses.Select(loss => Math.Round(loss, 5)), flow.Records.Select(record => Math.Round(record.Loss, 5)));
    }

    [Fact]
    public void Histograms_count_every_output_and_gradient()
    {
        var flow = new GradientFlow(1);
        Train(Model(), flow);
        var layers = flow.Records[0].Layers;
        Assert.Equal([8 * 16, 8 * 8, 8 * 3], layers.Select(layer => layer.Activations.Total));
        Assert.All(layers, layer => Assert.Equal(layer.Parameters, layer.Gradients.Total + layer.Gradients.Others));
        Assert.InRange(layers[1].Activations.Edges[0], -1, 0);                  // of the tanh behind the second layer
        Assert.InRange(layers[1].Activations.Edges[^1], 0, 1.0001);
    }

    [Fact]
    public void Units_that_give_zero_for_all_samples_are_dead()
    {
        var model = Model();
        var bias = model.Layers[0].Weights[1];
        bias.Assign(Tensor.From([.. Enumerable.Range(0, 16).Select(i => i < 4 ? -100f : 100f)], 16));
        var flow = new GradientFlow(1);
        Train(model, flow);
        Assert.Equal(0.25, flow.Records[0].Layers[0].Dead);
        Assert.Equal(0, flow.Records[0].Layers[2].Dead);
    }

    [Fact]
    public void Outputs_near_a_bound_are_saturated()
    {
        var model = Model(hidden: "sigmoid");
        model.Layers[0].Weights[0].Assign(Tensor.Zeros([4, 16]));
        model.Layers[0].Weights[1].Assign(Tensor.From([.. Enumerable.Range(0, 16).Select(i => i < 4 ? -9f : i < 8 ? 9f : 0f)], 16));
        var flow = new GradientFlow(1);
        Train(model, flow);
        Assert.Equal(0.5, flow.Records[0].Layers[0].Saturated);
    }

    [Fact]
    public void The_noise_scale_is_that_of_a_known_gradient()
    {
        // Loss (w − xᵢ)², w = 0, x normal around 3 with variance 4: gradients 2 (w − xᵢ), |G|² = 36, Σ = 16: the scale is 16 / 36.
        var x = Tensor.Ones([4000, 1]);
        var y = Tensor.RandomNormal([4000, 1], mean: 3, std: 2, stream: new RandomStream(3));
        var model = new Sequential([new InputLayer(1), new Dense(1) { UseBias = false, KernelInitializer = "zeros" }]);
        model.Compile(new Sgd(1e-9), "mse");
        var flow = new GradientFlow(1);
        model.Fit(x, y, epochs: 4, batchSize: 20, callbacks: [flow], verbose: Verbosity.Silent);
        Assert.Equal(16.0 / 36, flow.Records[^1].NoiseScale, 0.06);
    }

    [Fact]
    public void A_single_row_has_no_noise_scale()
    {
        var flow = new GradientFlow(1);
        Model().Fit(X, Y, epochs: 1, batchSize: 1, callbacks: [flow], verbose: Verbosity.Silent);
        Assert.True(double.IsNaN(flow.Records[^1].NoiseScale));
    }
}
