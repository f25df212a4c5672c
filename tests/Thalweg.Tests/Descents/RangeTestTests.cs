using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents;

[Collection(nameof(RandomSeed))]
public class RangeTestTests
{
    static readonly Tensor X = Tensor.RandomNormal([120, 4], stream: new RandomStream(1));
    static readonly Tensor Y = (X[.., ..1] + X[.., 1..2] > 0).Cast(DType.Float32);

    static Sequential Model(Optimizer optimizer, bool eager = false, bool input = true)
    {
        RandomSeed.Set(3);
        var model = new Sequential([.. input ? new[] { new InputLayer(4) } : [], new Dense(16, "relu"), new Dropout(0.2), new Dense(1, "sigmoid")]);
        model.Compile(optimizer, "binary_crossentropy", runEagerly: eager);
        return model;
    }

    [Theory]
    [InlineData("adam", false, true)]
    [InlineData("adam", true, true)]
    [InlineData("sgd(momentum=0.9)", false, false)]
    [InlineData("lookahead(inner=sgd)", false, true)]
    [InlineData("nadam(learning_rate=0.01, use_ema=true)", false, true)]
    public void The_model_trains_afterwards_as_if_there_had_been_no_test(string optimizer, bool eager, bool input)
    {
        var (tested, plain) = (Model(optimizer, eager, input), Model(optimizer, eager, input));
        Fit(plain, 3);
        var expected = plain.GetWeights();
        RandomSeed.Set(3);
        tested = Model(optimizer, eager, input);
        var range = tested.FindLearningRate(X, Y);
        Assert.True(range.Rates.Count > 20);
        Fit(tested, 3);
        Assert.All(expected.Zip(tested.GetWeights()), pair => Assert.Equal(pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
    }

    [Fact]
    public void In_the_middle_of_a_training_its_state_is_kept_too()
    {
        var plain = Model("adam");
        Fit(plain, 2);
        Fit(plain, 2);
        var tested = Model("adam");
        Fit(tested, 2);
        tested.FindLearningRate(X, Y);
        Assert.Equal(2 * 8, tested.Optimizer!.Iterations);
        Fit(tested, 2);
        Assert.All(plain.GetWeights().Zip(tested.GetWeights()), pair => Assert.Equal(pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
    }

    [Theory]
    [InlineData("sgd", 0.02, 5)]
    [InlineData("adam", 0.001, 0.3)]
    public void The_suggestion_trains_well_and_stands_below_where_the_loss_diverges(string optimizer, double low, double high)
    {
        var range = Model(optimizer).FindLearningRate(X, Y, to: 1000);
        Assert.InRange(range.Suggested!.Value, low, high);
        Assert.InRange(range.Suggested.Value, 0, range.BestRate / 4);
        Assert.NotNull(range.DivergedAt);
    }

    [Fact]
    public void On_a_parabola_the_loss_diverges_behind_the_stability_limit()
    {
        // Loss w²: the Hessian is 2, and gradient descent is stable below 2 / 2 = 1.
        var model = new Sequential([new InputLayer(1), new Dense(1) { UseBias = false, KernelInitializer = "ones" }]);
        model.Compile(new Sgd(), "mse");
        var range = model.FindLearningRate(Tensor.Ones([8, 1]), Tensor.Zeros([8, 1]), from: 0.95, to: 2, steps: 40);
        Assert.InRange(range.DivergedAt!.Value, 1, 1.7);
        Assert.True(range.BestRate < 1.1);
    }

    [Fact]
    public void Where_the_loss_hardly_falls_nothing_is_suggested()
    {
        var range = new LearningRateRange([0.1, 0.2, 0.4], [1, 0.999, 1.2], null);
        Assert.Null(range.Suggested);
        Assert.Contains("hardly fell", range.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_are_told_in_words()
    {
        Assert.Contains("isn't compiled", Assert.Throws<InvalidOperationException>(() => new Sequential([new Dense(1)]).FindLearningRate(X, Y)).Message, StringComparison.Ordinal);
        Assert.Contains("looking at the loss", Assert.Throws<InvalidOperationException>(() => Model(new LBfgs()).FindLearningRate(X, Y)).Message, StringComparison.Ordinal);
        Assert.Contains("from 1 to 0.5", Assert.Throws<ArgumentException>(() => Model("sgd").FindLearningRate(X, Y, from: 1, to: 0.5)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => Model("sgd").FindLearningRate(X, Y, cancellation: new CancellationToken(true)));
    }

    static void Fit(Sequential model, int epochs) => model.Fit(X, Y, epochs, batchSize: 16, verbose: Verbosity.Silent);
}
