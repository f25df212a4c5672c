using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class TerminateOnNaNTests
{
    [Fact]
    public void A_loss_that_is_not_finite_stops_the_training_and_is_placed()
    {
        var callback = new TerminateOnNaN();
        var model = Small.Model(1e30);
        var history = Small.Train([callback], epochs: 9, model: model);
        Assert.True(history.Epochs.Count < 9);
        Assert.NotNull(callback.Where);
        Assert.Equal("dense/kernel", callback.FirstWeight![callback.FirstWeight!.IndexOf("dense", StringComparison.Ordinal)..]);
        Assert.Contains("Lower the learning rate", callback.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_training_runs_to_its_end()
    {
        var callback = new TerminateOnNaN();
        Assert.Equal(2, Small.Train([callback], epochs: 2).Epochs.Count);
        Assert.Null(callback.Where);
        Assert.Equal("", callback.ToString());
    }
}
