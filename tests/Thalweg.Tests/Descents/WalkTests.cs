using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents;

public class WalkTests
{
    static readonly Objective Samples = Objective.From((x, rows) => (x.Square().Sum() - rows.Cast(DType.Float64)).Square().Sum(), 8, Tensor.Of(1.0, 2.0));

    [Fact]
    public void Its_points_are_those_of_a_descent()
    {
        var path = Descent.Run(Samples, optimizer: new Adam(0.01), steps: 7, batchSize: 3, seed: 5);
        var walk = new Walk(Samples, optimizer: new Adam(0.01), batchSize: 3, seed: 5);
        foreach (var point in path.Iterates.Skip(1))
        {
            var reached = walk.Step();
            Assert.Equal(point.Point.ToArray<double>(), reached.Point.ToArray<double>());
            Assert.Equal((point.Step, point.Epoch, point.Cost, point.GradientNorm), (reached.Step, reached.Epoch, reached.Cost, reached.GradientNorm));
        }
    }

    [Fact]
    public void A_new_rate_counts_from_the_next_step_and_momentum_stays()
    {
        // f = x²/2 in each coordinate: the gradient is the point.
        var walk = new Walk(Objective.From(x => x.Square().Sum() / 2, Tensor.Of(1.0, 0.0)), optimizer: new Sgd(0.1, momentum: 0.5));
        walk.Step();                                                // v = −0.1, x = 0.9
        walk.Optimizer = new Sgd(0.2, momentum: 0.5);
        Assert.Equal(0.9 + 0.5 * -0.1 - 0.2 * 0.9, walk.Step().Point.ToArray<double>()[0], 6);
        Assert.Equal(2, walk.Optimizer.Iterations);
    }

    [Fact]
    public void Another_rule_goes_on_from_the_point_that_was_reached()
    {
        var walk = new Walk(new Rosenbrock(), optimizer: new Sgd(0.0001));
        var before = walk.Step().Point;
        walk.Optimizer = new Adam(0.01);
        var after = walk.Step();
        Assert.Equal(2, after.Step);
        // Adam's first step has the length of its rate in each coordinate.
        Assert.All((after.Point - before).Abs().ToArray<double>(), moved => Assert.Equal(0.01, moved, 5));
    }

    [Fact]
    public void A_rule_that_searches_along_lines_walks_too()
    {
        var walk = new Walk(new Rosenbrock(), optimizer: new LBfgs());
        var first = walk.Last.Cost;
        walk.Step();
        Assert.True(walk.Last.Cost < first / 10);
        Assert.True(walk.Last.GradientNorm > 1);
        for (var i = 0; i < 10; i++)
        {
            walk.Step();
        }
        Assert.True(walk.Last.Cost < 1e-8, $"{walk.Last.Cost}");
    }

    [Fact]
    public void Minibatches_may_grow_on_the_way()
    {
        var walk = new Walk(Samples, batchSize: 2, seed: 1);
        Assert.Equal(2, walk.Step().Batch!.Count);
        walk.Draw(4);
        Assert.Equal(4, walk.Step().Batch!.Count);
        Assert.Equal(6.0 / 8, walk.Last.Epoch);
        walk.Draw(null);
        Assert.Null(walk.Step().Batch);
    }

    [Fact]
    public void Noise_is_normal_repeatable_and_changes_no_minibatch()
    {
        // The gradient of a plane is the same everywhere: what steps differ by is noise.
        var flat = Objective.From((x, rows) => x.Sum() * 0.0 + (x * 0.0).Sum(), 8, Tensor.Of(0.0, 0.0));
        Walk Start(double noise) => new(flat, optimizer: new Sgd(1), batchSize: 3, seed: 4) { Noise = noise };
        var (quiet, noisy, again) = (Start(0), Start(0.5), Start(0.5));
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < 500; i++)
        {
            var before = noisy.Last.Point;
            Assert.Equal(quiet.Step().Batch!, noisy.Step().Batch!);
            Assert.Equal(noisy.Last.Point.ToArray<double>(), again.Step().Point.ToArray<double>());
            var moved = (noisy.Last.Point - before).ToArray<double>();
            (sum, squares) = (sum + moved.Sum(), squares + moved.Sum(one => one * one));
            Assert.Equal(Math.Sqrt(moved.Sum(one => one * one)), noisy.Last.GradientNorm, 10);
        }
        Assert.Equal([0, 0], quiet.Last.Point.ToArray<double>());
        // Of 1000 numbers the mean lies within 5 standard errors, 0.08, and the variance 0.25 within 0.06.
        Assert.InRange(sum / 1000, -0.08, 0.08);
        Assert.InRange(squares / 1000, 0.19, 0.31);
        Assert.Throws<ArgumentOutOfRangeException>(() => quiet.Noise = -1);
    }

    [Fact]
    public void It_says_that_it_diverged()
    {
        var walk = new Walk(new Quadratic(), optimizer: new Sgd(1e3));
        for (var i = 0; i < 20 && !walk.IsDiverged; i++)
        {
            walk.Step();
        }
        Assert.True(walk.IsDiverged);
    }

    [Fact]
    public void There_are_no_minibatches_of_what_is_no_sum()
    {
        var fault = Assert.Throws<ArgumentException>(() => new Walk(new Rosenbrock(), batchSize: 4));
        Assert.Contains("isn't a sum over samples", fault.Message, StringComparison.Ordinal);
    }
}
