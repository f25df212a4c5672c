using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class ModelTests
{
    [Fact]
    public void A_model_must_be_compiled_before_it_is_trained()
    {
        var model = new Sequential([new InputLayer(1), new Dense(1)]);
        var error = Assert.Throws<InvalidOperationException>(() => model.Fit(Small.X, Small.Y));
        Assert.Contains("Compile(optimizer, loss) before Fit", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => model.Evaluate(Small.X, Small.Y));
        Assert.Throws<InvalidOperationException>(() => model.TrainOnBatch(Small.X, Small.Y));
    }

    [Fact]
    public void Data_that_do_not_fit_together_are_named()
    {
        var model = Small.Model();
        Assert.Contains("(8, 1) and y (7, 1)", Assert.Throws<ArgumentException>(() => model.Fit(Small.X, Small.Y[1..])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Fit(Tensor.Zeros([0, 1]), Tensor.Zeros([0, 1])));
        Assert.Throws<ArgumentException>(() => model.Fit(Small.X, Small.Y, sampleWeight: Tensor.Ones([3])));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit(Small.X, Small.Y, batchSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit(Small.X, Small.Y, epochs: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit(Small.X, Small.Y, validationSplit: 1));
        Assert.Throws<ArgumentException>(() => model.Fit(Small.X, Small.Y, validationSplit: 0.999));
        Assert.Throws<ArgumentException>(() => model.Predict(Tensor.Scalar(1)));
    }

    [Fact]
    public void Validation_takes_the_last_rows_or_those_given()
    {
        var split = Small.Model().Fit(Small.X, Small.Y, epochs: 1, shuffle: false, validationSplit: 0.25, verbose: Verbosity.Silent);
        var given = Small.Model().Fit(Small.X[..6], Small.Y[..6], epochs: 1, shuffle: false, validationData: (Small.X[6..], Small.Y[6..]), verbose: Verbosity.Silent);
        Assert.Equal(given["val_loss"], split["val_loss"]);
        Assert.Equal(given["loss"], split["loss"]);
    }

    [Fact]
    public void Weights_of_rows_and_of_classes_agree()
    {
        var (byRow, byClass) = (Small.Model(), Small.Model());
        var labels = Tensor.Of(0, 1, 0, 1, 0, 1, 0, 1).Reshape([8, 1]);
        byRow.Fit(Small.X, labels, sampleWeight: Tensor.Of(1f, 3, 1, 3, 1, 3, 1, 3), shuffle: false, verbose: Verbosity.Silent);
        byClass.Fit(Small.X, labels, classWeight: new Dictionary<int, double> { [1] = 3 }, shuffle: false, verbose: Verbosity.Silent);
        Near.Equal(byRow.Weights[0].Value, byClass.Weights[0].Value);
    }

    [Fact]
    public void Predictions_do_not_depend_on_the_batches()
    {
        var model = new Sequential([new InputLayer(4), new Dense(16, "tanh"), new Dense(3, "softmax")]);
        var x = Tensor.RandomNormal([70, 4], stream: new RandomStream(1));
        Near.Equal(model.Predict(x, batchSize: 70), model.Predict(x, batchSize: 9));
        Assert.Equal([0, 3], model.Predict(Tensor.Zeros([0, 4])).Shape);
    }

    [Fact]
    public void Weights_are_read_and_set_together()
    {
        var (from, to) = (Small.Model(), Small.Model());
        from.Fit(Small.X, Small.Y, verbose: Verbosity.Silent);
        to.SetWeights(from.GetWeights());
        Near.Equal(from.Weights[0].Value, to.Weights[0].Value);
        Assert.Throws<ArgumentException>(() => to.SetWeights([Tensor.Zeros([1, 1])]));
        Assert.Contains("'sequential/dense/bias'", Assert.Throws<ArgumentException>(() => to.SetWeights([Tensor.Zeros([1, 1]), Tensor.Zeros([2])])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shuffling_follows_the_seed()
    {
        History Train(long seed)
        {
            RandomSeed.Set(seed);
            return Small.Model().Fit(Small.X, Small.Y, epochs: 3, batchSize: 3, verbose: Verbosity.Silent);
        }

        Assert.Equal(Train(1)["loss"], Train(1)["loss"]);
        Assert.NotEqual(Train(1)["loss"], Train(2)["loss"]);
    }
}
