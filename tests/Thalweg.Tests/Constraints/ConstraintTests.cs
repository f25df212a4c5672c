using Thalweg.Callbacks;
using Thalweg.Constraints;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Constraints;

public class ConstraintTests
{
    [Fact]
    public void A_layers_weights_are_where_they_may_be_after_every_step()
    {
        var model = new Sequential([
            new InputLayer(1),
            new Dense(1) { KernelInitializer = "zeros", KernelConstraint = "max_norm(max_value=0.125)", BiasConstraint = Constraint.From(b => b.Clip(-0.0625, 0.0625)) }]);
        model.Compile("sgd(learning_rate=0.5)", "mse");
        var seen = new List<double>();
        model.Fit(Small.X, Small.Y, epochs: 3, batchSize: 4, callbacks: [new LambdaCallback { BatchEnd = (training, _, _) => seen.Add(training.Weights[0].Value.Item()) }], verbose: Verbosity.Silent);
        Assert.All(seen, w => Assert.InRange(w, 0, 0.1250001));
        Near.Equal([0.125], model.Weights[0].Value, 1e-6);
        Near.Equal([0.0625], model.Weights[1].Value, 0);
    }

    [Fact]
    public void A_wrong_name_says_which_was_meant()
    {
        Assert.Equal("unit_norm", ((Constraint)"unit_norm").Name);
        Assert.Contains("Did you mean 'non_neg'?", Assert.Throws<ArgumentException>(() => (Constraint)"non_negg").Message, StringComparison.Ordinal);
        Assert.Contains(Constraint.Known, line => line.Name == "max_norm");
    }
}
