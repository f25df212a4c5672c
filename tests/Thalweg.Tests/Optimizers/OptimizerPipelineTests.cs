using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;

namespace Thalweg.Tests.Optimizers;

public class OptimizerPipelineTests
{
    static string[] Names(Optimizer optimizer) => [.. OptimizerPipeline.Of(optimizer).Select(transformation => transformation.GetType().Name)];

    [Fact]
    public void Options_become_transformations_in_Kerass_order() => Assert.Equal(
        ["LossUnscaling", "GradientAccumulation", "GradientCentralization", "GradientNoise", "GlobalClipNorm", "WeightDecay", "WeightAverage", "ConstraintProjection"],
        Names(new Sgd { LossScaleFactor = 2, GradientAccumulationSteps = 2, CentralizeGradients = true, GlobalClipNorm = 1, WeightDecay = 1, UseEma = true, Transformations = [new GradientNoise(1, seed: 1)] }));

    [Fact]
    public void The_first_kind_of_clipping_counts() =>
        Assert.Equal(["ClipNorm", "WeightDecay", "ConstraintProjection"], Names(new Sgd { ClipNorm = 1, ClipValue = 1, GlobalClipNorm = 1 }));
}
