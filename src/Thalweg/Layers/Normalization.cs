using Thalweg.Catalogs;
using Thalweg.Initializers;

namespace Thalweg.Layers;

/// <summary>Standardises its input, y = (x − mean) / √variance, with moments that are given or learnt from data before training.</summary>
/// <remarks>Training doesn't change the moments; they are saved with the model, so that predictions take raw values.</remarks>
/// <example><code>
/// var scale = new Normalization();
/// scale.Adapt(x);
/// var model = new Sequential([new InputLayer(4), scale, new Dense(3, "softmax")]);
/// </code></example>
/// <param name="axis">The axis whose positions have moments of their own (the features); null for one pair of moments for all.</param>
[Named("normalization")]
public sealed class Normalization(int? axis = -1) : Layer
{
    const double Epsilon = 1e-7;

    Tensor? givenMean, givenVariance;
    Variable? mean, variance, count;

    /// <summary>With given moments, of the length of the axis or single numbers.</summary>
    /// <exception cref="ArgumentException">A variance is negative.</exception>
    public Normalization(Tensor mean, Tensor variance, int? axis = -1) : this(axis)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(variance);
        if ((variance < 0).Any().Item() != 0)
        {
            throw new ArgumentException("A variance is negative. Give variances, not logarithms or standard scores.", nameof(variance));
        }
        (givenMean, givenVariance) = (mean, variance);
    }

    /// <summary>The axis whose positions have moments of their own; null for one pair for all.</summary>
    public int? Axis { get; } = axis;

    /// <summary>Whether to undo a standardisation, y = mean + x √variance, in place of doing one.</summary>
    public bool Invert { get; init; }

    /// <summary>The mean of each position of the axis, or the one mean; null before the layer knows it.</summary>
    public Tensor? Mean => givenMean ?? mean?.Value;

    /// <summary>The variance of each position of the axis, or the one variance; null before the layer knows it.</summary>
    public Tensor? Variance => givenVariance ?? variance?.Value;

    /// <summary>Whether the moments were given, and are no weights.</summary>
    public bool HasGivenMoments => givenMean is not null;

    /// <summary>Learns the moments from data, (batch, …): mean and population variance over all axes but one. Replaces what was learnt before.</summary>
    /// <exception cref="InvalidOperationException">The moments were given.</exception>
    public void Adapt(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (givenMean is not null)
        {
            throw new InvalidOperationException($"Normalization '{Name}' was given its moments; it can't learn others. Make one without.");
        }
        BuildFor(data.Shape.With(0, Shape.Unknown));
        var x = data.Cast(DType.Float64);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(other => Axis is not { } own || other != x.Shape.Axis(own))];
        mean!.Assign(x.Mean(others).Reshape(mean.Shape));
        variance!.Assign(x.Var(others).Reshape(variance.Shape));
        count!.Assign(Tensor.Scalar(data.Shape[0]));
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override void Build(Shape input)
    {
        if (givenMean is not null)
        {
            return;
        }
        if (Axis is { } own && input[input.Axis(own)] == Shape.Unknown)
        {
            throw Unfit($"axis {own} of the input {input} has no known length", "Normalise over a feature axis, or pass axis: null");
        }
        Shape moments = Axis is { } axis ? [input[input.Axis(axis)]] : [];
        mean = AddWeight("mean", moments, Initializer.Zeros, trainable: false);
        variance = AddWeight("variance", moments, Initializer.Ones, trainable: false);
        count = AddWeight("count", [], Initializer.Zeros, trainable: false, type: DType.Int32);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        var (m, v) = (Aligned(givenMean ?? mean!, x), Aligned(givenVariance ?? variance!, x));
        var scale = v.Sqrt().Max(Epsilon);
        return Invert ? m + x * scale : (x - m) / scale;
    }

    /// <summary>Moments in the type of x, along their axis.</summary>
    Tensor Aligned(Tensor moments, Tensor x)
    {
        moments = moments.Cast(x.DType);
        if (Axis is not { } own || moments.Size == 1)
        {
            return moments.Size == 1 ? moments.Reshape([]) : moments;
        }
        var at = x.Shape.Axis(own);
        if (moments.Size != x.Shape[at])
        {
            throw Unfit($"the input has {x.Shape[at]} features along axis {own}, the moments {moments.Size} (input shape {x.Shape})", "Adapt a new layer to this data");
        }
        return moments.Reshape([moments.Size, .. Enumerable.Repeat(1, x.Rank - at - 1)]);
    }
}
