using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Tests.Descents.Checks;

namespace Thalweg.Tests.Descents;

[Collection(nameof(RandomSeed))]
public class DiagnosingTests
{
    [Fact]
    public void A_healthy_training_gets_a_clean_bill()
    {
        Assert.True(Patient.Healthy.IsHealthy, Patient.Healthy.ToString());
        Assert.Equal(15, Patient.Healthy.Checked.Count);
        Assert.InRange(Patient.Healthy.Accuracy!.Value, 0.8, 1);
        Assert.Equal(15, Patient.Healthy.Losses.Count);
    }

    [Fact]
    public void A_healthy_regression_gets_one_too()
    {
        var y = Patient.X[.., ..1] * 0.7 - Patient.X[.., 1..2] + 0.1 * Tensor.RandomNormal([200, 1], stream: new RandomStream(9));
        var diagnosis = Patient.Of(Patient.Network(loss: "mse", last: "linear", outputs: 1), y: y);
        Assert.True(diagnosis.IsHealthy, diagnosis.ToString());
        Assert.Null(diagnosis.Accuracy);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("sgd(learning_rate=0.1, momentum=0.9)")]
    [InlineData("rmsprop")]
    public void Afterwards_the_model_trains_as_if_nothing_had_been(string optimizer)
    {
        Sequential Model()
        {
            RandomSeed.Set(11);
            var model = new Sequential([new InputLayer(4), new Dense(8, "sigmoid"), new Dropout(0.2), new Dense(8, "sigmoid"), new Dense(8, "sigmoid"), new Dense(3, "linear")]);
            model.Compile(optimizer, "categorical_crossentropy");
            return model;
        }

        var plain = Model();
        plain.Fit(Patient.X, Patient.Y, epochs: 2, verbose: Verbosity.Silent);
        var diagnosed = Model();
        Assert.NotEmpty(Patient.Of(diagnosed, epochs: 4).Findings);
        diagnosed.Fit(Patient.X, Patient.Y, epochs: 2, verbose: Verbosity.Silent);
        Assert.All(plain.GetWeights().Zip(diagnosed.GetWeights()), pair => Assert.Equal(pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
        Assert.Equal("sigmoid", ((Dense)diagnosed.Layers[0]).Activation.Name);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        string Run() => Patient.Of(Patient.Network(new Adam(1e-6)), epochs: 5).ToString();
        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Progress_names_each_training_and_cancelling_leaves_the_model_whole()
    {
        List<string> names = [];
        var model = Patient.Network();
        var before = model.GetWeights().Select(weight => weight.ToArray<float>()).ToArray();
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => model.Diagnose(Patient.X, Patient.Y, progress: new Told(name => { names.Add(name); cancellation.Cancel(); }), cancellation: cancellation.Token));
        Assert.Equal("the training as it is", names[0]);
        Assert.Equal(before, model.GetWeights().Select(weight => weight.ToArray<float>()));
    }

    [Fact]
    public void Faults_of_the_caller_are_told_in_words()
    {
        Assert.Contains("needs 10", Assert.Throws<ArgumentException>(() => Patient.Of(Patient.Network(), Patient.X[..5], Patient.Y[..5])).Message, StringComparison.Ordinal);
        Assert.Contains("isn't compiled", Assert.Throws<InvalidOperationException>(() => Patient.Of(new Sequential([new Dense(3)]))).Message, StringComparison.Ordinal);
        Assert.Contains("lbfgs", Assert.Throws<InvalidOperationException>(() => Patient.Of(Patient.Network(new LBfgs()))).Message, StringComparison.Ordinal);
    }

    sealed class Told(Action<string> hear) : IProgress<string>
    {
        public void Report(string value) => hear(value);
    }
}
