using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Optimizers;

public class LossScaleOptimizerTests : OptimizerContract
{
    protected override Optimizer Brisk => new LossScaleOptimizer(new Adam(0.05), 8, 100);

    protected override string Text => "loss_scale_optimizer(adam)";

    /// <summary>The recorded gradients were multiplied by the scale of their step; two of the second case weren't finite.</summary>
    [Fact]
    public void Scale_and_steps_are_those_of_Keras()
    {
        var file = ReferenceFile.Load("opt_LossScaleOptimizer");
        foreach (var node in file["cases"].Items)
        {
            var optimizer = (LossScaleOptimizer)Optimizer.FromName(SettingsText.Of("LossScaleOptimizer", node["args"]));
            Variable[] variables = [new(file["init"]["w"].Array.ToTensor(), "w"), new(file["init"]["b"].Array.ToTensor(), "b")];
            for (var i = 0; i < node["steps"].Count; i++)
            {
                var scale = node["name"].Text == "adam_dynamic_inf" && i is (2 or 6) ? double.PositiveInfinity : optimizer.DynamicScale;
                optimizer.Apply(variables, [.. variables.Select(variable => Tensor.From(file["grads"][i][variable.Name].Array.Floats.AsSpan(), variable.Shape) * scale)]);
                Near.Equal(node["steps"][i]["w"].Array.Data, variables[0].Value, 1e-6, $"step {i}, w");
                Near.Equal(node["steps"][i]["b"].Array.Data, variables[1].Value, 1e-6, $"step {i}, b");
                Assert.Equal(node["steps"][i]["dynamic_scale"].Number, optimizer.DynamicScale);
            }
            // Keras leaves the outer step count and rate unused; paths of the inner state begin with the outer's name here.
            foreach (var recorded in node["variables"].Items.Skip(2))
            {
                var name = recorded["path"].Text[(recorded["path"].Text.IndexOf('/', StringComparison.Ordinal) + 1)..];
                var path = recorded["path"].Text.StartsWith("loss", StringComparison.Ordinal) ? $"loss_scale_optimizer/{name}" : $"loss_scale_optimizer/adam/{name}";
                Near.Equal(recorded["value"].Array.Data, optimizer.Variables.Single(own => own.Path == path).Value, 1e-6, path);
            }
        }
    }

    [Fact]
    public void The_loss_is_scaled_and_gradients_are_not()
    {
        var (optimizer, w) = (new LossScaleOptimizer(new Sgd(0.5), 8), new Variable(Tensor.Of(1.0), "w"));
        Assert.Equal(1, optimizer.Minimize(() => w.Value.Square().Sum(), [w]).Item());
        Near.Equal([0], w.Value, 1e-15);
        Assert.Equal(8, optimizer.DynamicScale);
    }
}
