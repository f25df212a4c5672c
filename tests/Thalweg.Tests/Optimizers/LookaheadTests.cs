using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class LookaheadTests : OptimizerContract
{
    protected override Optimizer Brisk => new Lookahead(new Adam(0.05), 5);

    protected override string Text => "lookahead(adam(0.05), sync_period=5)";

    [Fact]
    public void Slow_weights_go_half_the_way()
    {
        var (optimizer, w) = (new Lookahead(new Sgd(1), 2), new Variable(Tensor.Of(0.0), "w"));
        optimizer.Apply([w], [Tensor.Of(-1.0)]);
        Near.Equal([1], w.Value, 0);
        optimizer.Apply([w], [Tensor.Of(-1.0)]);
        Near.Equal([1], w.Value, 0);
        optimizer.Apply([w], [Tensor.Of(-1.0)]);
        Near.Equal([2], w.Value, 0);
        optimizer.Apply([w], [Tensor.Of(-1.0)]);
        Near.Equal([2], w.Value, 0);
    }
}
