using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Cli.Tests;

/// <summary>A training of a moment, for the displays of progress.</summary>
static class ProgressTraining
{
    public static int Run(Callback follower, int epochs)
    {
        var model = new Sequential([new InputLayer(1), new Dense(1)]);
        model.Compile("sgd", "mse");
        model.Fit(Tensor.Ones([4, 1]), Tensor.Zeros([4, 1]), epochs, batchSize: 2, callbacks: [follower], verbose: Verbosity.Silent);
        return epochs;
    }
}
