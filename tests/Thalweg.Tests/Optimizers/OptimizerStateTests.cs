using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class OptimizerStateTests
{
    [Fact]
    public void Paths_are_told_apart_and_saved_values_wait_for_their_variables()
    {
        var state = new OptimizerState("adam");
        state.Keep(new Dictionary<string, Tensor> { ["adam/w_momentum_1"] = Tensor.Of(7.0) });
        Assert.Equal("adam/w_momentum", state.Register("w_momentum", new Variable(Tensor.Of(0.0), "momentum")).Path);
        var second = state.Register("w_momentum", new Variable(Tensor.Of(0.0), "momentum"));
        Assert.Equal("adam/w_momentum_1", second.Path);
        Near.Equal([7], second.Value, 0);
    }

    [Fact]
    public void A_state_of_other_weights_is_refused()
    {
        var state = new OptimizerState("adam");
        state.Keep(new Dictionary<string, Tensor> { ["adam/m"] = Tensor.Of(7.0) });
        Assert.Contains("(1,)", Assert.Throws<ArgumentException>(() => state.Register("m", new Variable(Tensor.Of(0.0, 1), "m"))).Message, StringComparison.Ordinal);
    }
}
