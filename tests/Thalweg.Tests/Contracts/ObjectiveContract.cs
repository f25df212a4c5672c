using Thalweg.Descents;

namespace Thalweg.Tests.Contracts;

/// <summary>What every ready objective keeps: gradients that agree with differences, known minima that are minima, points all at once as one by one.</summary>
public abstract class ObjectiveContract
{
    /// <summary>The objective under test.</summary>
    protected abstract Objective Objective { get; }

    [Fact]
    public void Gradients_of_first_and_second_order_agree_with_differences()
    {
        var x = Objective.Start.Cast(DType.Float64) + Tensor.Arange(Objective.Start.Size, DType.Float64) * 0.013 + 0.021;
        var first = Gradient.Check(point => Objective.Cost(point), x);
        Assert.True(first.RelativeError < 1e-6, first.ToString());
        var second = Gradient.Check(Gradient.Of((Tensor point) => Objective.Cost(point)), x);
        Assert.True(second.RelativeError < 1e-6, "second derivative: " + second);
    }

    [Fact]
    public void Known_minima_are_minima()
    {
        foreach (var minimiser in Objective.Minimisers)
        {
            if (Objective.LeastCost is { } least)
            {
                Near.Equal(least, Objective.Cost(minimiser).Item(), 1e-9);
            }
            var stream = new RandomStream(1);
            for (var i = 0; i < 20; i++)
            {
                var beside = minimiser + Tensor.RandomNormal(minimiser.Shape, std: 0.01, type: DType.Float64, stream: stream);
                Assert.True(Objective.Cost(beside).Item() >= Objective.Cost(minimiser).Item() - 1e-12);
            }
        }
    }

    [Fact]
    public void Many_points_cost_what_each_costs()
    {
        var points = Objective.Start.Cast(DType.Float64) + Tensor.RandomNormal([7, Objective.Start.Size], type: DType.Float64, stream: new RandomStream(2));
        var costs = Objective.Costs(points);
        Assert.Equal([7], costs.Shape);
        for (var i = 0; i < 7; i++)
        {
            Near.Equal(Objective.Cost(points[i]).Item(), costs[i].Item(), 1e-13);
        }
        if (Objective.Window is { } window)
        {
            Assert.Equal([12], Objective.Costs(window.Grid(4, 3)).Shape);
        }
    }

    [Fact]
    public void Minibatches_of_all_samples_add_up_to_the_whole()
    {
        if (Objective.SampleCount == 0)
        {
            Assert.Throws<NotSupportedException>(() => Objective.Cost(Objective.Start, Tensor.Of(0)));
            return;
        }
        var x = Objective.Start.Cast(DType.Float64) + 0.3;
        var parts = Enumerable.Range(0, Objective.SampleCount).Sum(i => Objective.Cost(x, Tensor.Of(i)).Item());
        Near.Equal(Objective.Cost(x).Item(), Objective.IsMean ? parts / Objective.SampleCount : parts, 1e-12);
    }
}
