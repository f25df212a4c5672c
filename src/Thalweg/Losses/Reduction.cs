namespace Thalweg.Losses;

/// <summary>How the losses of samples become one number.</summary>
public enum Reduction
{
    /// <summary>Their weighted sum over their number (whatever the weights).</summary>
    SumOverBatchSize,

    /// <summary>Their weighted sum.</summary>
    Sum,

    /// <summary>As <see cref="SumOverBatchSize"/>.</summary>
    Mean,

    /// <summary>Their weighted sum over the sum of the weights, each counted once even where it serves several losses, as in Keras.</summary>
    MeanWithSampleWeight,

    /// <summary>They stay as they are, each times its weight.</summary>
    None,
}
