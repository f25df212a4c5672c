using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

public class CompiledModelTests
{
    [Fact]
    public void One_step_moves_the_weights_and_counts_its_batch()
    {
        var model = Small.Model();
        var logs = model.TrainOnBatch(Small.X, Small.Y);
        Near.Equal(Small.Y.Square().Mean().Item(), logs["loss"], 1e-6);
        Near.Equal(Small.Y.Mean().Item(), logs["mae"], 1e-6);
        Assert.True(model.Weights[0].Value.Item() > 0);
        Assert.Equal(1, model.Optimizer!.Iterations);
    }

    [Fact]
    public void Penalties_belong_to_the_loss()
    {
        var model = new Sequential([new InputLayer(1), new Dense(1) { KernelInitializer = "ones", KernelRegularizer = new Thalweg.Regularizers.L2(0.5) }]);
        model.Compile("sgd", "mse");
        Near.Equal(0.5, model.Evaluate(Small.X, Small.X)["loss"], 1e-7);
    }
}
