using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Contracts;

/// <summary>A training small enough to be one of many: eight rows, one weight to learn.</summary>
static class Small
{
    public static readonly Tensor X = (Tensor.Arange(8, DType.Float32) / 8).Reshape([8, 1]);
    public static readonly Tensor Y = X * 2;

    public static Sequential Model(double rate = 0.1)
    {
        var model = new Sequential([new InputLayer(1), new Dense(1) { KernelInitializer = "zeros" }]);
        model.Compile(new Thalweg.Optimizers.Sgd(rate), "mse", ["mae"]);
        return model;
    }

    public static History Train(IEnumerable<Callback> callbacks, int epochs = 5, double validationSplit = 0, Sequential? model = null) =>
        (model ?? Model()).Fit(X, Y, epochs, batchSize: 2, shuffle: false, validationSplit, callbacks: callbacks, verbose: Verbosity.Silent);
}
