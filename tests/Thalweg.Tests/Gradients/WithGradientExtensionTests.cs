using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Gradients;

public class WithGradientExtensionTests
{
    [Fact]
    public void A_gradient_of_ones_own_is_followed()
    {
        static Tensor Twice(Tensor x) => (x.Detached() * 2).WithGradient((x, dy => dy * 7));
        Near.Equal([7], Gradient.Of(Twice)(Tensor.Of(1.0)), 0);
    }

    [Fact]
    public void Nothing_is_kept_where_no_gradient_is_wanted()
    {
        Assert.Null((Tensor.Of(1.0) * 2).Node);
        using var scope = new GradientScope();
        Assert.Null((Tensor.Of(1.0) * 2).Node);
        Assert.NotNull((GradientScope.Watch(Tensor.Of(1.0)) * 2).Node);
        Assert.Null(GradientScope.Watch(Tensor.Of(1.0)).Detached().Node);
    }
}
