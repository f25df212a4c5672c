using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

/// <summary>The model that <c>two_branch.keras</c> holds, described here, with the inputs and predictions that Keras recorded.</summary>
static class TwoBranch
{
    public static Tensor[] X => [Npz.Read(TestFile.Of("two_branch.npz"), "x0"), Npz.Read(TestFile.Of("two_branch.npz"), "x1")];

    public static Tensor[] Predicted => [Npz.Read(TestFile.Of("two_branch.npz"), "pred0"), Npz.Read(TestFile.Of("two_branch.npz"), "pred1")];

    public static Functional Model(double dropout = 0)
    {
        RandomSeed.Set(3);
        var (a, b) = (Input.Of(4, name: "a"), Input.Of(3, name: "b"));
        var (da, db) = (new Dense(5, "tanh") { Name = "da" }.Apply(a), new Dense(5, "tanh") { Name = "db" }.Apply(b));
        var sum = new Add().Apply([da, dropout > 0 ? new Dropout(dropout).Apply(db) : db]);
        var both = new Concatenate { Name = "cat" }.Apply([da, sum]);
        var model = new Functional([a, b], [new Dense(1, "sigmoid") { Name = "o1" }.Apply(both), new Dense(2, "softmax") { Name = "o2" }.Apply(sum)], "two_branch");
        model.Compile(
            "adam", losses: new() { ["o1"] = "binary_crossentropy", ["o2"] = "categorical_crossentropy" }, lossWeights: new() { ["o1"] = 0.5, ["o2"] = 1 },
            metrics: new() { ["o1"] = ["accuracy"], ["o2"] = ["accuracy"] });
        return model;
    }

    public static void Train(Model model, int epochs = 2)
    {
        Tensor a = Tensor.RandomNormal([30, 4], stream: new RandomStream(1)), b = Tensor.RandomNormal([30, 3], stream: new RandomStream(2));
        var (yes, which) = ((a.Sum(axis: 1, keepDims: true) > 0).Cast(DType.Float32), (b.Sum(axis: 1) > 0).Cast(DType.Int32).OneHot(2));
        model.Fit([a, b], [yes, which], epochs, batchSize: 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);
    }
}
