using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class PlanTextTests
{
    [Fact]
    public void A_plan_can_be_read()
    {
        var w = new Variable(Tensor.Zeros([3, 2]), "kernel");
        var text = Plan.For(inputs => [(inputs[0].MatMul(w) * 2 + 1).Relu()], Tensor.Zeros([5, 3])).ToString();
        Assert.StartsWith("%0 Float32 (5, 2) = MatMul(input0, kernel)    40 B\n%1 Float32 (5, 2) = Fused[Multiply Add Relu](%0, 2, 1)    40 B\n2 instructions, arena ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_says_where_the_time_goes()
    {
        var plan = Plan.For(inputs => [inputs[0].MatMul(inputs[0]).Exp()], Tensor.Zeros([20, 20]));
        Assert.Contains("StartProfile", plan.Profile(), StringComparison.Ordinal);
        plan.StartProfile();
        plan.Run(Tensor.Zeros([20, 20]));
        plan.Run(Tensor.Zeros([20, 20]));
        var profile = plan.Profile();
        Assert.StartsWith("2 runs, ", profile, StringComparison.Ordinal);
        Assert.Contains("MatMul (20, 20)", profile, StringComparison.Ordinal);
        Assert.Contains("Fused[Exp] (20, 20)", profile, StringComparison.Ordinal);
    }
}
