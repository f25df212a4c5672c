using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Optimizers;

public class OptimizerTests
{
    [Fact]
    public void The_rate_can_be_changed_between_steps()
    {
        var (optimizer, w) = (new Sgd(0.1), new Variable(Tensor.Of(1.0)));
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        optimizer.LearningRate = 0.5;
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        Near.Equal([0.4], w.Value, 1e-15);
        Assert.Equal(["iteration", "learning_rate"], optimizer.Variables.Select(v => v.Name));
        Near.Equal(0.5, optimizer.Variables[1].Value.Item(), 0);
    }

    [Fact]
    public void A_wrong_name_says_which_was_meant() =>
        Assert.Contains("Did you mean 'adam'?", Assert.Throws<ArgumentException>(() => (Optimizer)"adm").Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Beta1 = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Epsilon = -1 });
    }

    [Fact]
    public void Adam_follows_the_paper_and_not_the_misprinted_recursion()
    {
        var recorded = ReferenceFile.Load("chapter")["adam_constant_gradient"];
        Assert.True(recorded.Names.Any());
        // On a gradient that is always 1, every step of Adam has the size of the learning rate.
        var (optimizer, w) = (new Adam(0.1) { Epsilon = 0 }, new Variable(Tensor.Of(0.0)));
        for (var i = 1; i <= 10; i++)
        {
            optimizer.Apply([w], [Tensor.Of(1.0)]);
            Near.Equal(-0.1 * i, w.Value[0].Item(), 1e-12);
        }
    }

    [Fact]
    public void State_can_be_made_before_the_first_step_and_changes_nothing()
    {
        var (w, same) = (new Variable(Tensor.Of(1f, 2f), "w"), new Variable(Tensor.Of(1f, 2f), "w"));
        var (built, plain) = (new Adam(0.1), new Adam(0.1));
        built.Build([w]);
        Assert.Equal(["iteration", "learning_rate", "momentum", "velocity"], built.Variables.Select(variable => variable.Name));
        Assert.Equal([1f, 2f], w.Value.ToArray<float>());
        built.Apply([w], [Tensor.Of(0.5f, -1f)]);
        plain.Apply([same], [Tensor.Of(0.5f, -1f)]);
        Assert.Equal(same.Value.ToArray<float>(), w.Value.ToArray<float>());
    }

    [Fact]
    public void Making_the_state_takes_its_own_memory_and_not_that_of_a_step()
    {
        var w = new Variable(Tensor.Ones([1000, 1000]), "w");
        var adam = new Adam();
        new Adam().Build([new Variable(Tensor.Ones([2]), "small")]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        adam.Build([w]);
        const long state = 2 * 1000 * 1000 * sizeof(float);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, state, state + 1_000_000);
    }
}
