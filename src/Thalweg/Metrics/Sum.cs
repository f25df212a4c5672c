using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>The weighted sum of values that are given to it.</summary>
/// <example><code>
/// var sum = new Sum();
/// sum.Update(Tensor.Of(1f, 3f));
/// sum.Result().Item()     // 4
/// </code></example>
[Named("sum")]
public sealed class Sum : Metric
{
    readonly Variable total;

    /// <summary>A sum of nothing yet.</summary>
    public Sum() => total = AddState("total");

    /// <summary>Takes in values.</summary>
    public void Update(Tensor values, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        values = values.Cast(DType.Float64);
        total.Assign(total.Value + (sampleWeight is null ? values : values * sampleWeight.Cast(DType.Float64)).Sum());
    }

    /// <summary>Takes in predictions; what was expected doesn't matter.</summary>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) => Update(yPred, sampleWeight);

    /// <inheritdoc/>
    public override Tensor Result() => total.Value;
}
