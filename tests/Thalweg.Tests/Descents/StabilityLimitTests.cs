using Thalweg.Descents;
using Thalweg.Optimizers;
using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

/// <summary>Each limit is measured: just below it a bowl is descended, just above it is climbed.</summary>
public class StabilityLimitTests
{
    static readonly Tensor Curvatures = Tensor.Of(1.0, 7, 30);

    static Tensor Bowl(Tensor x) => (x.Square() * Curvatures).Sum() * 0.5;

    public static TheoryData<string, double> Rules => new()
    {
        { "sgd", 2 / 30.0 },
        { "momentum", 2 * 1.9 / 30 },
        { "dampened", 2 * 1.9 / 0.6 / 30 },
        { "nesterov", 3.8 / 2.8 / 30 },
        { "dampened nesterov", 3.8 / (1.9 + 0.9 * 0.6) / 30 },
    };

    static Sgd Make(string rule, double rate) => rule switch
    {
        "sgd" => new Sgd(rate),
        "momentum" => new Sgd(rate, 0.9),
        "dampened" => new Sgd(rate, 0.9) { Dampening = 0.4 },
        "nesterov" => new Sgd(rate, 0.9, nesterov: true),
        _ => new Sgd(rate, 0.9, nesterov: true) { Dampening = 0.4 },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Sgd_settles_below_its_limit_and_not_above(string rule, double expected)
    {
        var curvature = Curvature.Of(Objective.From(Bowl, Tensor.Of(1.0, 1, 1)));
        var limit = StabilityLimit.Of(curvature, Make(rule, 0.01), tolerance: 1e-10);
        Near.Equal(expected, limit.Limit, 1e-9);
        Near.Equal(30, limit.Sharpness, 1e-9);
        Near.Equal(0.01 / expected, limit.Ratio, 1e-9);
        Assert.False(limit.IsExceeded);
        Assert.True(Descent.Run(Bowl, Tensor.Of(1.0, 1, 1), Make(rule, 0.99 * expected), 2000).Last.Cost < 1e-6);
        Assert.True(Descent.Run(Bowl, Tensor.Of(1.0, 1, 1), Make(rule, 1.01 * expected), 2000).Last.Cost > 1e3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_with_the_preconditioner_it_has(bool amsGrad)
    {
        // β₂ near 1 holds the preconditioner still, so that the rule is the linear recursion of the formula.
        var x = new Variable(Tensor.Of(1.0, 1, 1), "x");
        var adam = new Adam(1e-3) { Beta1 = 0.6, Beta2 = 1 - 1e-12, AmsGrad = amsGrad };
        var step = Plan.Trace(_ =>
        {
            adam.Minimize(() => Bowl(x.Value), [x]);
            return [];
        });
        for (var i = 0; i < 60; i++)
        {
            step.Run();
        }
        var limit = StabilityLimit.Of(Curvature.Of(() => Bowl(x.Value), [x]), adam, tolerance: 1e-10);
        double Cost(double rate)
        {
            var (at, m) = (x.Value, adam.Remembered(x, "momentum")!);
            var v = adam.Remembered(x, amsGrad ? "velocity_hat" : "velocity")!;
            // √v̂ + ε of the step that was last, from then on fixed.
            var p = (v.Sqrt() + adam.Epsilon) / Math.Sqrt(1 - Math.Pow(adam.Beta2, 60));
            for (var i = 0; i < 3000; i++)
            {
                m += (at * Curvatures - m) * 0.4;
                at -= m * rate / p;
            }
            return Bowl(at).Item();
        }
        Near.Equal(2 * 1.6 / 0.4 / limit.Sharpness, limit.Limit, 1e-12);
        Assert.True(Cost(0.99 * limit.Limit) < 1e-6, $"{Cost(0.99 * limit.Limit)} at 0.99 of {limit}");
        Assert.True(Cost(1.01 * limit.Limit) > 1e3, $"{Cost(1.01 * limit.Limit)} at 1.01 of {limit}");
        Assert.Equal(1e-3, limit.LearningRate, 1e-9);
    }

    [Fact]
    public void Rmsprop_with_momentum()
    {
        var x = new Variable(Tensor.Of(2.0, 1, 1), "x");
        var rms = new RmsProp(1e-3) { Momentum = 0.5 };
        rms.Minimize(() => Bowl(x.Value), [x]);
        var v = rms.Remembered(x, "velocity")!.ToArray<double>();
        var preconditioned = Curvatures.ToArray<double>().Select((λ, i) => λ / Math.Sqrt(v[i] + rms.Epsilon)).Max();
        var limit = StabilityLimit.Of(Curvature.Of(() => Bowl(x.Value), [x]), rms, tolerance: 1e-10);
        Near.Equal(preconditioned, limit.Sharpness, 1e-8);
        Near.Equal(3 / preconditioned, limit.Limit, 1e-8);
    }

    [Fact]
    public void A_model_with_adam()
    {
        var (x, y) = IrisData.Load();
        var model = IrisData.Network("adam", DType.Float32, "tanh", 16);
        var curvature = Curvature.Of(model, x, y);
        Assert.Contains("hasn't moved", Assert.Throws<InvalidOperationException>(() => StabilityLimit.Of(curvature, model.Optimizer!)).Message, StringComparison.Ordinal);
        model.Fit(x, y, epochs: 2, verbose: Thalweg.Callbacks.Verbosity.Silent);
        var limit = StabilityLimit.Of(curvature, model.Optimizer!);
        Assert.True(limit.Limit > 0.001 && !limit.IsExceeded, limit.ToString());
        Assert.StartsWith("learning rate 0.001 is ", limit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_rest_what_an_adaptive_rule_divides_by_is_its_epsilon()
    {
        var bowl = Curvature.Of(Objective.From(Bowl, Tensor.Of(1.0, 1, 1)));
        double At(Optimizer rule) => StabilityLimit.AtRest(bowl, rule, tolerance: 1e-10).Limit;
        Near.Equal(2 * 1.9 / 30, At(new Sgd(0.01, 0.9)), 1e-9);
        Near.Equal(2 * 1.9 / 0.1 * 1e-5 / 30, At(new Adam { Epsilon = 1e-5 }), 1e-12);
        Near.Equal(2 * 1.5 * 1e-3 / 30, At(new RmsProp { Momentum = 0.5, Epsilon = 1e-6 }), 1e-12);
        Assert.Throws<NotSupportedException>(() => At(new Adam { AmsGrad = true }));
        Assert.Throws<NotSupportedException>(() => At(new Lion()));
        Assert.Equal(double.PositiveInfinity, StabilityLimit.AtRest(Curvature.Of(Objective.From(x => -x.Square().Sum())), new Sgd(5)).Limit);
    }

    [Fact]
    public void Where_nothing_bends_up_there_is_no_limit()
    {
        var limit = StabilityLimit.Of(Curvature.Of(Objective.From(x => -x.Square().Sum())), new Sgd(5));
        Assert.Equal((double.PositiveInfinity, 0.0, false), (limit.Limit, limit.Ratio, limit.IsExceeded));
        Assert.True(StabilityLimit.Of(Curvature.Of(Objective.From(x => x.Square().Sum())), new Sgd(5)).IsExceeded);
    }

    [Fact]
    public void Other_rules_have_no_known_limit() =>
        Assert.Contains("'lion'", Assert.Throws<NotSupportedException>(() => StabilityLimit.Of(Curvature.Of(Objective.From(x => x.Square().Sum())), new Lion())).Message, StringComparison.Ordinal);
}
