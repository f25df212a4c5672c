namespace Thalweg.Lab.Tests.Api;

public class ActivationApiTests
{
    [Fact]
    public async Task Derivatives_are_those_of_the_function()
    {
        await using var lab = await TestLab.StartAsync();
        var tanh = await lab.GetAsync("/api/activations/tanh?from=-2&to=2&points=41&layers=3");
        for (int i = 0; i < 41; i++)
        {
            double x = -2 + 0.1 * i, y = Math.Tanh(x);
            Assert.Equal(y, (double)tanh["y"]![i]!, 12);
            Assert.Equal(1 - y * y, (double)tanh["first"]![i]!, 12);
            Assert.Equal(-2 * y * (1 - y * y), (double)tanh["second"]![i]!, 12);
        }
    }

    [Fact]
    public async Task Sigmoids_slope_is_a_quarter_at_most_and_shrinks_with_depth()
    {
        await using var lab = await TestLab.StartAsync();
        var product = (await lab.GetAsync("/api/activations/sigmoid?layers=10"))["product"]!.AsArray();
        Assert.Equal(10, product.Count);
        Assert.Equal(Math.Pow(0.25, 10), (double)product[9]!["largest"]!, 12);
        Assert.Equal((double)product[9]!["largest"]!, (double)product[9]!["atZero"]!, 12);
        // The mean of σ′ over a standard normal is 0.2066.
        Assert.Equal(0.2066, (double)product[0]!["typical"]!, 4);
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("glu")]
    [InlineData("tanhh")]
    [InlineData("tanh?points=1")]
    [InlineData("tanh?layers=0")]
    [InlineData("tanh?from=1&to=0")]
    public async Task What_has_no_curve_is_refused(string path)
    {
        await using var lab = await TestLab.StartAsync();
        Assert.Equal(400, (await lab.RefusedAsync(HttpMethod.Get, $"/api/activations/{path}")).Status);
    }
}
