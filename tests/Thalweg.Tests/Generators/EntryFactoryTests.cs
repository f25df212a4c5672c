using Thalweg.Activations;
using Thalweg.Initializers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Generators;

public class EntryFactoryTests
{
    [Fact]
    public void Settings_reach_constructors_and_properties_of_every_catalog()
    {
        Assert.Equal(new LeakyRelu(0.5), Activation.FromName("leaky_relu(negative_slope=0.5)"));
        Assert.Equal(new VarianceScaling(2, FanMode.Out, Distribution.Uniform, 7), Initializer.FromName("variance_scaling(scale=2, mode=out, distribution=uniform, seed=7)"));
        Assert.Equal(new Thalweg.Losses.BinaryCrossentropy(true) { Reduction = Reduction.Sum }, Loss.FromName("binary_crossentropy(from_logits=true, reduction=sum)"));
        Assert.IsType<BinaryAccuracy>(Metric.FromName("binary_accuracy(threshold=0.3)"));
        Assert.Equal(0.8, ((Adam)Optimizer.FromName("adam(beta_1=0.8)")).Beta1);
    }

    [Fact]
    public void What_a_string_cannot_give_is_said() =>
        Assert.Contains("make an object of its class", Assert.Throws<ArgumentException>(() => Optimizer.FromName("multi_optimizer")).Message, StringComparison.Ordinal);
}
