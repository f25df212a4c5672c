using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Contracts;

/// <summary>A model with two inputs and two outputs that meet in the middle, and something to train it on.</summary>
static class TwoBranch
{
    public static readonly Tensor A = Tensor.RandomNormal([40, 4], stream: new RandomStream(1)), B = Tensor.RandomNormal([40, 3], stream: new RandomStream(2));
    public static readonly Tensor Yes = (A.Sum(axis: 1, keepDims: true) > 0).Cast(DType.Float32), Which = (B.Sum(axis: 1) > 0).Cast(DType.Int32).OneHot(2);

    public static Functional Build(double dropout = 0)
    {
        RandomSeed.Set(3);
        var (a, b) = (Input.Of(4, name: "a"), Input.Of(3, name: "b"));
        var (da, db) = (new Dense(5, "tanh") { Name = "da" }.Apply(a), new Dense(5, "tanh") { Name = "db", KernelRegularizer = "l2" }.Apply(b));
        var sum = new Add().Apply([da, db]);
        var both = new Concatenate { Name = "cat" }.Apply([da, dropout > 0 ? new Dropout(dropout).Apply(sum) : sum]);
        return new Functional([a, b], [new Dense(1, "sigmoid") { Name = "o1" }.Apply(both), new Dense(2, "softmax") { Name = "o2" }.Apply(sum)], "two_branch");
    }

    public static Functional Model(Optimizer? optimizer = null, double dropout = 0, bool runEagerly = false)
    {
        var model = Build(dropout);
        model.Compile(
            optimizer ?? "adam", losses: new() { ["o1"] = "binary_crossentropy", ["o2"] = "categorical_crossentropy" }, lossWeights: new() { ["o1"] = 0.5, ["o2"] = 1 },
            metrics: new() { ["o1"] = ["accuracy"], ["o2"] = ["accuracy"] }, runEagerly: runEagerly);
        return model;
    }

    public static History Train(Model model, int epochs = 3, int initialEpoch = 0, double validationSplit = 0) =>
        model.Fit([A, B], [Yes, Which], epochs, batchSize: 16, validationSplit: validationSplit, initialEpoch: initialEpoch, verbose: Verbosity.Silent);
}
