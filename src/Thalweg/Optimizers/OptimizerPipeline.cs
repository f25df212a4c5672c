using Thalweg.Optimizers.Transformations;

namespace Thalweg.Optimizers;

/// <summary>An optimiser's options as transformations, in Keras's order.</summary>
static class OptimizerPipeline
{
    /// <summary>
    /// What stands before the rule acts in the order of the list, and so does what stands after it. As Keras, the first of clip
    /// norm, global clip norm and clip value that is given counts.
    /// </summary>
    public static IReadOnlyList<Transformation> Of(Optimizer optimizer)
    {
        var pipeline = new List<Transformation>();
        if (optimizer.LossScaleFactor is { } factor)
        {
            pipeline.Add(new LossUnscaling(factor));
        }
        if (optimizer.GradientAccumulationSteps is { } steps)
        {
            pipeline.Add(new GradientAccumulation(steps));
        }
        if (optimizer.CentralizeGradients)
        {
            pipeline.Add(new GradientCentralization());
        }
        pipeline.AddRange(optimizer.Transformations);
        if (optimizer.ClipNorm is > 0 and var norm)
        {
            pipeline.Add(new ClipNorm(norm));
        }
        else if (optimizer.GlobalClipNorm is > 0 and var global)
        {
            pipeline.Add(new GlobalClipNorm(global));
        }
        else if (optimizer.ClipValue is > 0 and var value)
        {
            pipeline.Add(new ClipValue(value));
        }
        pipeline.Add(new WeightDecay(optimizer.DecayOf));
        if (optimizer.UseEma)
        {
            pipeline.Add(new WeightAverage(optimizer.EmaMomentum, optimizer.EmaOverwriteFrequency));
        }
        pipeline.Add(new ConstraintProjection());
        return pipeline;
    }
}
