using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class MeasuredLimitTests
{
    public static TheoryData<string, double> Rules => new()
    {
        { "sgd", 2 },
        { "sgd(momentum=0.9)", 2 * 1.9 },
        { "sgd(momentum=0.99)", 2 * 1.99 },
        { "sgd(momentum=0.9, dampening=0.4)", 2 * 1.9 / 0.6 },
        { "sgd(momentum=0.9, nesterov=true)", 3.8 / 2.8 },
        { "adam", 2 * 1.9 / 0.1 * 1e-7 },
        { "adam(beta_1=0.5, epsilon=1e-6)", 2 * 1.5 / 0.5 * 1e-6 },
        { "rmsprop", 2 * 3.1622776601683795e-4 },
        { "rmsprop(momentum=0.5)", 3 * 3.1622776601683795e-4 },
        { "adagrad", 2 * 0.31622776601683794 },         // P = √0.1, which its accumulator begins with
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_is_that_of_the_formula_over_the_greatest_curvature(string rule, double times)
    {
        foreach (var (objective, λ) in new (Objective, double)[] { (new Quadratic(10), 10), (new Quadratic(100, Math.PI / 6), 100), (new Rosenbrock(), Curvature.Of(new Rosenbrock(), Tensor.Of(1.0, 1.0)).Sharpness(1e-9)) })
        {
            // Where the valley is steep Adam has to begin so near that rounding shows.
            Near.Equal(times / λ, MeasuredLimit.Of(objective, rule), (objective is Rosenbrock && rule.StartsWith("adam", StringComparison.Ordinal) ? 2e-2 : 5e-3) * times / λ);
        }
    }

    [Theory]
    [InlineData("sgd(momentum=0.5)")]
    [InlineData("adam(epsilon=1e-5)")]
    [InlineData("rmsprop")]
    public void At_the_minimum_of_a_cost_of_data_it_agrees_with_the_limit_at_rest(string rule)
    {
        var objective = new LogisticRegression(Tensor.From(new[,] { { 1.0, 2 }, { 2, 1 }, { -1, 0.5 }, { 0.3, -1 } }), Tensor.Of(1.0, -1, 1, -1));
        var limit = StabilityLimit.AtRest(Curvature.Of(objective, objective.Minimisers[0]), rule, tolerance: 1e-8).Limit;
        Near.Equal(limit, MeasuredLimit.Of(objective, rule), 4e-3 * limit);
    }

    [Fact]
    public void Neither_rate_nor_state_of_the_rule_that_is_given_matters()
    {
        var used = new Sgd(0.05, 0.9);
        Descent.Run(new Quadratic(10), optimizer: used, steps: 10);
        Assert.Equal(MeasuredLimit.Of(new Quadratic(10), new Sgd(7, 0.9)), MeasuredLimit.Of(new Quadratic(10), used));
        Assert.Equal(10, used.Iterations);
    }

    [Fact]
    public void A_minimum_can_be_chosen()
    {
        var himmelblau = new Himmelblau();
        for (var i = 0; i < 4; i++)
        {
            var λ = Curvature.Of(himmelblau, himmelblau.Minimisers[i]).Sharpness(1e-8);
            Near.Equal(2 / λ, MeasuredLimit.Of(himmelblau, new Sgd(), himmelblau.Minimisers[i]), 2e-3 / λ);
        }
    }

    [Theory]
    [InlineData("lion")]                        // steps of one length never settle
    [InlineData("sgd(weight_decay=0.1)")]       // rests elsewhere
    [InlineData("lbfgs")]                       // looks at the cost
    [InlineData("adamw")]
    public void Other_rules_have_none(string rule) => Assert.Equal(double.NaN, MeasuredLimit.Of(new Quadratic(10), rule));

    [Fact]
    public void Without_a_minimum_or_curvature_there_is_none()
    {
        Assert.Equal(double.NaN, MeasuredLimit.Of(new Saddle(), new Sgd()));
        Assert.Equal(double.NaN, MeasuredLimit.Of(Objective.From(x => x.Square().Square().Sum()), new Sgd(), Tensor.Of(0.0, 0)));
        Assert.Equal(double.NaN, MeasuredLimit.Of(Objective.From(x => -x.Square().Sum()), new Sgd(), Tensor.Of(0.0, 0)));
    }

    [Fact]
    public void Every_rule_of_a_name_has_a_limit_or_none()
    {
        foreach (var line in Optimizer.Known)
        {
            Optimizer rule;
            try
            {
                rule = Optimizer.FromName(line.Name);
            }
            catch (ArgumentException)
            {
                continue;           // it wraps others, which a name alone can't give
            }
            var limit = MeasuredLimit.Of(new Quadratic(10), rule);
            Assert.True(double.IsNaN(limit) || limit > 0, $"{line.Name}: {limit}");
        }
    }
}
