namespace Thalweg.Tests.Gradients;

public class GradientScopeTests
{
    [Fact]
    public void Nothing_is_remembered_outside_a_scope()
    {
        Assert.False(GradientScope.Records);
        using (var scope = new GradientScope())
        {
            Assert.True(GradientScope.Records);
            scope.BeginWalk();
            Assert.False(GradientScope.Records);
            using (new GradientScope())
            {
                Assert.True(GradientScope.Records);
            }
            Assert.False(GradientScope.Records);
        }
        Assert.False(GradientScope.Records);
    }

    [Fact]
    public void The_walk_of_an_inner_scope_is_remembered_for_the_outer()
    {
        using var outer = new GradientScope();
        using var inner = new GradientScope();
        inner.BeginWalk();
        Assert.True(GradientScope.Records);
    }

    [Fact]
    public void A_result_leaves_the_outermost_scope_without_its_past()
    {
        using var scope = new GradientScope();
        var x = GradientScope.Watch(Tensor.Of(1.0));
        Assert.Null(scope.Release(x * 2).Node);
    }

    [Fact]
    public void A_watched_variable_is_seen_on_this_thread_alone()
    {
        var v = new Variable(Tensor.Of(1.0));
        using var scope = new GradientScope();
        scope.Watch(v);
        Assert.NotNull(GradientScope.Leaf(v));
        var thread = new Thread(() => Assert.Null(GradientScope.Leaf(v)));
        thread.Start();
        thread.Join();
    }
}
