using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class PlanTests
{
    [Fact]
    public void A_function_is_traced_once_for_each_shape_and_type()
    {
        var traces = 0;
        var norm = Plan.Trace((Tensor x) =>
        {
            traces++;
            return x.Square().Sum().Sqrt();
        });
        Assert.Equal(5, norm(Tensor.Of(3f, 4f)).Item());
        Assert.Equal(10, norm(Tensor.Of(6f, 8f)).Item());
        Assert.Equal(1, traces);
        Assert.Equal(3, norm(Tensor.Of(1f, 2, 2)).Item());
        Assert.Equal(DType.Float64, norm(Tensor.Of(3.0, 4)).DType);
        Assert.Equal(3, traces);
    }

    [Fact]
    public void Two_inputs()
    {
        var f = Plan.Trace((a, b) => a * b + a);
        Near.Equal([8, 15], f(Tensor.Of(2.0, 3), Tensor.Of(3.0, 4)), 0);
        Near.Equal([4, 6], f(Tensor.Of(2.0, 3), Tensor.Scalar(1, DType.Float64)), 0);
    }

    [Fact]
    public void Variables_are_read_and_set()
    {
        var (w, n) = (new Variable(Tensor.Of(1.0, 2), "w"), new Variable(Tensor.Scalar(0, DType.Int32), "n"));
        var plan = Plan.For(inputs =>
        {
            w.Assign(w.Value * 2 + inputs[0]);
            n.Assign(n.Value + 1);
            return [w.Value * 10];
        }, Tensor.Of(1.0, 1));
        var before = w.Value;
        Near.Equal([30, 50], plan.Run(Tensor.Of(1.0, 1))[0], 0);
        Near.Equal([70, 110], plan.Run(Tensor.Of(1.0, 1))[0], 0);
        Near.Equal([7, 11], w.Value, 0);
        Assert.Equal(2, n.Value.Item());
        Near.Equal([1, 2], before, 0);       // a tensor that somebody holds doesn't change
        w.Assign(Tensor.Of(0.0, 0));
        Near.Equal([10, 10], plan.Run(Tensor.Of(1.0, 1))[0], 0);
    }

    [Fact]
    public void Variables_can_change_places()
    {
        var (a, b) = (new Variable(Tensor.Of(1.0, 2)), new Variable(Tensor.Of(3.0, 4)));
        var plan = Plan.For(_ =>
        {
            var old = a.Value;
            a.Assign(b.Value);
            b.Assign(old);
            return [];
        });
        plan.Run();
        Near.Equal([3, 4], a.Value, 0);
        Near.Equal([1, 2], b.Value, 0);
        plan.Run();
        Near.Equal([1, 2], a.Value, 0);
    }

    [Fact]
    public void A_variable_can_be_set_to_an_input_a_constant_or_what_another_becomes()
    {
        var (a, b, c) = (new Variable(Tensor.Of(1.0)), new Variable(Tensor.Of(2.0)), new Variable(Tensor.Of(3.0)));
        var plan = Plan.For(inputs =>
        {
            a.Assign(inputs[0]);
            b.Assign(Tensor.Of(9.0));
            c.Assign(c.Value + a.Value + b.Value);
            return [a.Value, b.Value];
        }, Tensor.Of(5.0));
        plan.Run(Tensor.Of(5.0));
        Assert.Equal((5, 9, 17), (a.Value.Item(), b.Value.Item(), c.Value.Item()));
    }

    [Fact]
    public void A_failure_half_way_leaves_every_variable_as_it_was()
    {
        var (w, v) = (new Variable(Tensor.Of(1.0, 2)), new Variable(Tensor.Of(3.0, 4)));
        var plan = Plan.For(inputs =>
        {
            w.Assign(w.Value * 2);
            v.Assign(Tensor.Of(10.0, 20, 30).Gather(inputs[0]));
            return [];
        }, Tensor.Of(0, 1));
        plan.Run(Tensor.Of(0, 2));
        Near.Equal([2, 4], w.Value, 0);
        Assert.Throws<ArgumentException>(() => plan.Run(Tensor.Of(0, 3)));
        Near.Equal([2, 4], w.Value, 0);
        Near.Equal([10, 30], v.Value, 0);
    }

    [Fact]
    public void Another_shape_is_refused_by_a_single_plan()
    {
        var plan = Plan.For(inputs => [inputs[0] + 1], Tensor.Of(1.0));
        Assert.Contains("Float64 (2,)", Assert.Throws<ArgumentException>(() => plan.Run(Tensor.Of(1.0, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => plan.Run(Tensor.Of(1f)));
    }

    [Fact]
    public void Values_cannot_be_looked_at_while_a_plan_is_traced()
    {
        var f = Plan.Trace((Tensor x) => x.Item() > 0 ? x : -x);
        Assert.Contains("traced", Assert.Throws<InvalidOperationException>(() => f(Tensor.Of(1.0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_numbers_are_drawn_anew_in_each_run()
    {
        var stream = new RandomStream(3);
        var plan = Plan.For(_ => [Tensor.RandomUniform([4], stream: stream)]);
        var (first, second) = (plan.Run()[0], plan.Run()[0]);
        var again = new RandomStream(3);
        Near.Equal(Tensor.RandomUniform([4], stream: again), first);
        Near.Equal(Tensor.RandomUniform([4], stream: again), second);
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_disturb_each_other()
    {
        var f = Plan.Trace((Tensor x) => (x * 3 + 1).Sqrt().Sum());
        Parallel.For(0, 200, i => Assert.Equal((Tensor.Full([50], i) * 3 + 1).Sqrt().Sum().Item(), f(Tensor.Full([50], i)).Item()));
    }

    [Fact]
    public void A_run_without_results_allocates_nothing()
    {
        var w = new Variable(Tensor.Zeros([300, 7]));
        var x = Tensor.Ones([5, 300]);
        var plan = Plan.For(inputs =>
        {
            w.Assign(w.Value * 0.5 + inputs[0].MatMul(w.Value + 1).Sum(axis: 0) * 1e-3);
            return [];
        }, x);
        for (var i = 0; i < 30; i++)
        {
            plan.Run(x);
        }
        // The least of several rounds: a garbage collection between them may empty pools, which then fill again.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                plan.Run(x);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    [Fact]
    public void Gradients_are_part_of_plans()
    {
        var gradient = Plan.Trace(Gradient.Of((Tensor x) => (x.Square() * x.Sin()).Sum()));
        var x = Tensor.Of(0.3, 1.2);
        Near.Equal(Gradient.Of((Tensor t) => (t.Square() * t.Sin()).Sum())(x), gradient(x));
    }
}
