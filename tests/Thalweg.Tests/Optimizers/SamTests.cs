using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class SamTests : OptimizerContract
{
    protected override Optimizer Brisk => new Sam(new Adam(0.05), 0.01);

    protected override string Text => "sam(adam, rho=0.01)";

    [Fact]
    public void The_gradient_is_taken_a_step_uphill()
    {
        // On x²/2 at 2: uphill by ρ = 0.5, where the gradient is 2.5.
        var (optimizer, w) = (new Sam(new Sgd(0.1), 0.5), new Variable(Tensor.Of(2.0), "w"));
        Near.Equal(2, optimizer.Minimize(() => w.Value.Square().Sum() / 2, [w]).Item(), 1e-12);
        Near.Equal([2 - 0.25], w.Value, 1e-9);
    }

    [Fact]
    public void A_loss_that_fails_leaves_the_weights()
    {
        var (optimizer, w, calls) = (new Sam(new Sgd(0.1)), new Variable(Tensor.Of(2.0), "w"), 0);
        Assert.Throws<InvalidOperationException>(() => optimizer.Minimize(() => ++calls == 2 ? throw new InvalidOperationException() : w.Value.Square().Sum(), [w]));
        Near.Equal([2], w.Value, 0);
    }
}
