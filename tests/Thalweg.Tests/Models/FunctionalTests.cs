using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Kernels;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class FunctionalTests
{
    [Fact]
    public void One_step_is_that_of_the_gradient_written_by_hand()
    {
        var model = TwoBranch.Model(new Sgd(0.1));
        var (a, b, yes, which) = (TwoBranch.A, TwoBranch.B, TwoBranch.Yes, TwoBranch.Which);
        var w = model.Weights;
        (Tensor O1, Tensor O2) Outputs()
        {
            var (da, db) = ((a.MatMul(w[0]) + w[1].Value).Tanh(), (b.MatMul(w[2]) + w[3].Value).Tanh());
            return ((Tensor.Concat([da, da + db], 1).MatMul(w[4]) + w[5].Value).Sigmoid(), ((da + db).MatMul(w[6]) + w[7].Value).Softmax());
        }
        Tensor First((Tensor O1, Tensor O2) y) => -(yes * y.O1.Log() + (1 - yes) * (1 - y.O1).Log()).Mean();
        Tensor Second((Tensor O1, Tensor O2) y) => -(which * y.O2.Log()).Sum(axis: 1).Mean();
        Tensor Penalty() => 0.01 * w[2].Value.Square().Sum();

        var predicted = Outputs();
        var (loss, gradients) = Gradient.Of(() => 0.5 * First(Outputs()) + Second(Outputs()) + Penalty(), w);
        Tensor[] expected = [.. w.Zip(gradients, (weight, gradient) => weight.Value - 0.1 * gradient)];
        var (first, second) = (First(predicted).Item(), Second(predicted).Item());
        var accuracies = new[] { (predicted.O1 > 0.5).Cast(DType.Float32).Equal(yes).Cast(DType.Float64).Mean().Item(), predicted.O2.ArgMax(1).Equal(which.ArgMax(1)).Cast(DType.Float64).Mean().Item() };

        var logs = model.TrainOnBatch([a, b], [yes, which]);
        Assert.Equal(["loss", "o1_loss", "o2_loss", "o1_accuracy", "o2_accuracy"], logs.Keys);
        Near.Equal([loss.Item(), first, second, .. accuracies], [.. logs.Values], 1e-6);
        foreach (var (weight, value) in model.Weights.Zip(expected))
        {
            Near.Equal(value, weight.Value, 1e-6, weight.Path);
        }
    }

    [Fact]
    public void Plan_and_eager_operations_and_any_number_of_threads_give_the_same_bits()
    {
        byte[] Train(int threads, bool eagerly)
        {
            ThreadTeam.Count = threads;
            var model = TwoBranch.Model(dropout: 0.2, runEagerly: eagerly);
            var history = TwoBranch.Train(model, validationSplit: 0.25);
            return [
                .. model.Weights.Concat(model.Optimizer!.Variables).SelectMany(weight => Widths.Bytes(weight.Value).ToArray()),
                .. model.Predict([TwoBranch.A, TwoBranch.B]).SelectMany(output => Widths.Bytes(output).ToArray()),
                .. history.Metrics.Values.SelectMany(values => values).SelectMany(BitConverter.GetBytes)];
        }

        try
        {
            var expected = Train(1, eagerly: false);
            Assert.True(expected.SequenceEqual(Train(2, eagerly: false)), "2 threads");
            Assert.True(expected.SequenceEqual(Train(3, eagerly: false)), "3 threads");
            Assert.True(expected.SequenceEqual(Train(2, eagerly: true)), "eagerly");
        }
        finally
        {
            ThreadTeam.Count = Environment.ProcessorCount;
        }
    }

    [Fact]
    public void It_learns_and_validates_both_outputs()
    {
        var model = TwoBranch.Model(new Adam(0.03));
        var history = TwoBranch.Train(model, epochs: 25, validationSplit: 0.25);
        Assert.Equal(["loss", "o1_loss", "o2_loss", "o1_accuracy", "o2_accuracy", "val_loss", "val_o1_loss", "val_o2_loss", "val_o1_accuracy", "val_o2_accuracy"], history.Metrics.Keys);
        Assert.True(history["o1_loss"][^1] < history["o1_loss"][0] / 2 && history["o2_loss"][^1] < history["o2_loss"][0] / 2);
        var given = TwoBranch.Model().Fit([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which], validationData: ([TwoBranch.A[..5], TwoBranch.B[..5]], [TwoBranch.Yes[..5], TwoBranch.Which[..5]]), verbose: Verbosity.Silent);
        Assert.Contains("val_o2_accuracy", given.Metrics.Keys);
    }

    [Fact]
    public void Predictions_are_the_same_in_batches_of_any_size()
    {
        var model = TwoBranch.Build();
        var (whole, parts) = (model.Predict([TwoBranch.A, TwoBranch.B], batchSize: 40), model.Predict([TwoBranch.A, TwoBranch.B], batchSize: 7));
        Assert.Equal(2, parts.Count);
        Near.Equal(whole[0], parts[0]);
        Near.Equal(whole[1], parts[1]);
        Assert.Equal([0, 2], model.Predict([TwoBranch.A[..0], TwoBranch.B[..0]])[1].Shape);
    }

    [Fact]
    public void Samples_count_by_weights_for_all_outputs_or_for_each()
    {
        var model = TwoBranch.Model();
        var (ones, halves) = (Tensor.Ones([40]), Tensor.Full([40], 0.5));
        var plain = Evaluate(null);
        Near.Equal(plain["o2_loss"] / 2, Evaluate([halves])["o2_loss"], 1e-6);
        Near.Equal(plain["o1_loss"] / 2, Evaluate([halves])["o1_loss"], 1e-6);
        Near.Equal(plain["o2_loss"] / 2, Evaluate([ones, halves])["o2_loss"], 1e-6);
        Near.Equal(plain["o1_loss"], Evaluate([ones, halves])["o1_loss"], 1e-6);

        IReadOnlyDictionary<string, double> Evaluate(Tensor[]? weights) => model.Evaluate([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which], sampleWeights: weights);
    }

    [Fact]
    public void One_loss_is_that_of_all_outputs_and_an_output_without_one_is_not_trained_by_itself()
    {
        var model = TwoBranch.Build();
        model.Compile("sgd", "mse");
        Assert.Equal(["loss", "o1_loss", "o2_loss"], model.Evaluate([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which]).Keys);
        Assert.Equal(Loss.FromName("mse"), model.Loss);
        model.Compile("sgd", losses: new() { ["o2"] = "mse" }, weightedMetrics: new() { ["o1"] = ["mae"] });
        Assert.Equal(["loss", "o1_mae"], model.Evaluate([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which]).Keys);
        var before = model.Layers[6].Weights[0].Value;
        model.TrainOnBatch([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which]);
        Near.Equal(before, model.Layers[6].Weights[0].Value);
    }

    [Fact]
    public void A_layer_applied_twice_shares_its_weights()
    {
        var (a, b, shared) = (Input.Of(3), Input.Of(3), new Dense(2));
        var model = new Functional([a, b], [shared.Apply(a), shared.Apply(b)], "siamese");
        Assert.Equal(2, model.Weights.Count);
        Assert.Equal(["dense", "dense_1"], model.OutputNames);
        Assert.Equal((0, 1), (model.NumberOf(model.Outputs[0].Call), model.NumberOf(model.Outputs[1].Call)));
        var x = Tensor.RandomNormal([4, 3]);
        Near.Equal(model.Predict([x, x])[0], model.Predict([x, x])[1]);
        Assert.Equal(["siamese/dense/kernel", "siamese/dense/bias"], model.Weights.Select(weight => weight.Path));
    }

    [Fact]
    public void It_is_a_layer_of_other_models()
    {
        var inner = TwoBranch.Build();
        var (a, b) = (Input.Of(4, name: "x"), Input.Of(3, name: "y"));
        var outputs = inner.ApplyAll([a, b]);
        var outer = new Functional([a, b], [new Concatenate().Apply(outputs)], "outer");
        var together = outer.Predict([TwoBranch.A, TwoBranch.B])[0];
        var apart = inner.Predict([TwoBranch.A, TwoBranch.B]);
        Near.Equal(Tensor.Concat(apart, 1), together);
        Assert.Equal("outer/two_branch/da/kernel", outer.Weights[0].Path);

        var c = Input.Of(4);
        var one = new Functional(c, new Dense(2).Apply(c));
        var sequential = new Sequential([new InputLayer(4), one, new Dense(1)]);
        sequential.Compile("sgd", "mse");
        sequential.Fit(TwoBranch.A, TwoBranch.Yes, verbose: Verbosity.Silent);
        Assert.Equal(4, sequential.Weights.Count);
        Assert.Equal("sequential/functional/dense/kernel", sequential.Weights[0].Path);
    }

    [Fact]
    public void With_one_input_and_output_it_is_as_any_model()
    {
        var a = Input.Of(4);
        RandomSeed.Set(1);
        var functional = new Functional(a, new Dense(1).Apply(new Dense(3, "tanh").Apply(a)));
        RandomSeed.Set(1);
        var sequential = new Sequential([new InputLayer(4), new Dense(3, "tanh"), new Dense(1)]);
        foreach (var model in (Model[])[functional, sequential])
        {
            RandomSeed.Set(2);
            model.Compile("adam", "mse", ["mae"]);
            model.Fit(TwoBranch.A, TwoBranch.Yes, epochs: 2, classWeight: new Dictionary<int, double> { [1] = 2 }, callbacks: [new GradientFlow(), new TerminateOnNaN()], verbose: Verbosity.Silent);
        }
        Assert.Equal(sequential.History["loss"], functional.History["loss"]);
        Near.Equal(sequential.Predict(TwoBranch.A), functional.Predict(TwoBranch.A));
        Near.Equal(Landscape.LossOf(sequential, TwoBranch.A, TwoBranch.Yes)(), Landscape.LossOf(functional, TwoBranch.A, TwoBranch.Yes)());
        Near.Equal(Curvature.Of(sequential, TwoBranch.A, TwoBranch.Yes).Loss, Curvature.Of(functional, TwoBranch.A, TwoBranch.Yes).Loss, 0);
        Assert.Equal(sequential.Diagnose(TwoBranch.A, TwoBranch.Yes).ToString(), functional.Diagnose(TwoBranch.A, TwoBranch.Yes).ToString());
        Assert.Equal(sequential.FindLearningRate(TwoBranch.A, TwoBranch.Yes, steps: 5).Losses, functional.FindLearningRate(TwoBranch.A, TwoBranch.Yes, steps: 5).Losses);
    }

    [Fact]
    public void The_weight_of_the_only_loss_counts_in_landscapes_too()
    {
        var a = Input.Of(4);
        var model = new Functional(a, new Dense(1) { Name = "y" }.Apply(a));
        model.Compile("sgd", losses: new() { ["y"] = "mse" }, lossWeights: new() { ["y"] = 3 });
        var loss = model.Evaluate(TwoBranch.A, TwoBranch.Yes, batchSize: 40)["loss"];
        Near.Equal(loss, Landscape.LossOf(model, TwoBranch.A, TwoBranch.Yes)().Item(), 1e-5);
        var objective = new Thalweg.Descents.Objectives.ModelLoss(model, TwoBranch.A, TwoBranch.Yes);
        Near.Equal(loss, objective.Cost(objective.Start).Item(), 1e-5);
    }

    [Fact]
    public void A_wrong_description_is_refused_in_words()
    {
        var (a, b) = (Input.Of(4, name: "a"), Input.Of(3, name: "b"));
        var y = new Dense(1) { Name = "y" }.Apply(a);
        Refused("input 0 comes from Dense 'y'", () => new Functional(y, new Dense(1).Apply(y)));
        Refused("'a' is there twice", () => new Functional([a, a], [y]));
        Refused("0 outputs", () => new Functional([a], []));
        Refused("two layers called 'y'", () => new Functional([a], [y, new Dense(2) { Name = "y" }.Apply(a)]));
        Refused("doesn't use the layer 'b'", () => new Functional(a, y).NumberOf(b.Call));
    }

    [Fact]
    public void A_wrong_use_is_refused_in_words()
    {
        var model = TwoBranch.Model();
        Refused("no output 'o3'", () =>
        {
            model.Compile("sgd", losses: new() { ["o3"] = "mse" });
            return null;
        });
        Refused("no loss", () =>
        {
            model.Compile("sgd", losses: []);
            return null;
        });
        Refused("which metrics measure which", () =>
        {
            model.Compile("sgd", "mse", ["mae"]);
            return null;
        });
        Thalweg.Metrics.Metric mae = "mae";
        Refused("one metric measures two outputs", () =>
        {
            model.Compile("sgd", losses: new() { ["o1"] = "mse" }, metrics: new() { ["o1"] = [mae], ["o2"] = [mae] });
            return null;
        });
        var a = Input.Of(4);
        Refused("Predict([x])", () => new Functional([a], [new Dense(1).Apply(a), new Dense(1).Apply(a)]).Predict(TwoBranch.A));
        Refused("has 2 inputs (a, b)", () => model.Predict(TwoBranch.A));
        Refused("InputLayer 'b': the input has shape (40, 4), expected (None, 3)", () => model.Predict([TwoBranch.A, TwoBranch.A], batchSize: 100));
        Refused("one output", () => model.Fit([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which], classWeight: new Dictionary<int, double> { [0] = 2 }));
        Refused("Diagnose takes a model with one input", () => model.Diagnose(TwoBranch.A, TwoBranch.Yes));
        Refused("takes 2 inputs (a, b), but got 1", () => model.Apply(TwoBranch.A));
    }

    [Fact]
    public void Callbacks_look_inside_both_branches()
    {
        var model = TwoBranch.Model();
        var flow = new GradientFlow();
        model.Fit([TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which], callbacks: [flow], verbose: Verbosity.Silent);
        Assert.Equal(["da", "db", "o1", "o2"], flow.Records[0].Layers.Select(layer => layer.Name));
        Assert.All(flow.Records[0].Layers, layer => Assert.True(layer.GradientNorm > 0));
        var stop = new TerminateOnNaN();
        model.Fit([TwoBranch.A, TwoBranch.B * double.NaN], [TwoBranch.Yes, TwoBranch.Which], callbacks: [stop], verbose: Verbosity.Silent);
        Assert.Equal("inputs", stop.FirstLayer);
    }

    static void Refused(string words, Func<object?> action) => Assert.Contains(words, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
