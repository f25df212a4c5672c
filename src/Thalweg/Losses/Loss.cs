using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>How far predictions are from what they should be. A string stands for one with default settings: <c>"mse"</c>.</summary>
/// <remarks>Names, defaults and values are those of Keras 3: an axis is averaged or summed to give one loss per sample, then these are reduced.</remarks>
[Catalog]
public abstract record Loss : IConfigured
{
    /// <summary>What keeps logarithms and divisions finite: Keras's <c>epsilon()</c>.</summary>
    protected const double Epsilon = 1e-7;

    /// <summary>How the losses of samples become one number.</summary>
    public Reduction Reduction { get; init; } = Reduction.SumOverBatchSize;

    /// <summary>The name that Keras has for it.</summary>
    public string Name => LossCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => LossCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(LossCatalog.Entries);

    /// <summary>All losses that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(LossCatalog.Entries);

    /// <summary>The loss of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Loss FromConfiguration(Configuration configuration) => Catalog.Make(LossCatalog.Entries, configuration, "loss");

    /// <summary>The loss of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Loss FromName(string name) => Catalog.Make(LossCatalog.Entries, name, "loss");

    /// <summary>A loss of one's own: (expected, predicted) to one loss per sample.</summary>
    public static Loss From(Func<Tensor, Tensor, Tensor> function) => new Custom(function);

    /// <summary>The loss of a name, with default settings.</summary>
    public static implicit operator Loss(string name) => FromName(name);

    /// <summary>The loss of predictions, reduced; with weights per sample, each counts that much.</summary>
    /// <param name="yTrue">What was expected.</param>
    /// <param name="yPred">What was predicted.</param>
    /// <param name="sampleWeight">A weight per sample, (batch) or (batch, 1), or per element of the losses.</param>
    /// <exception cref="ArgumentException">The shapes don't fit together.</exception>
    public Tensor Compute(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        yPred = yPred.Floating();
        var losses = PerSample(yTrue, yPred);
        var weights = sampleWeight?.Cast(losses.DType);
        if (Mask(yTrue) is { } mask)
        {
            weights = Masked(weights, mask.Cast(losses.DType));
        }
        var weighted = losses;
        if (weights is not null)
        {
            (weighted, weights) = Ranks.Align(losses, weights);
            while (weights.Rank < weighted.Rank)
            {
                weights = weights.ExpandDims(-1);
            }
            weighted *= weights;
        }
        return Reduction switch
        {
            Reduction.None => weighted,
            Reduction.Sum => weighted.Sum(),
            Reduction.MeanWithSampleWeight when weights is not null => weighted.Sum() / (weights.Sum() + Epsilon),
            _ => weighted.Sum() / Math.Max(1, weighted.Size),
        };
    }

    /// <summary>One loss per sample (per position, where samples have more than one).</summary>
    public abstract Tensor PerSample(Tensor yTrue, Tensor yPred);

    /// <summary>Which samples count; null where all do.</summary>
    protected virtual Tensor? Mask(Tensor yTrue) => null;

    /// <summary>Weights that leave the masked out, and that make a mean one over those that count.</summary>
    Tensor Masked(Tensor? weights, Tensor mask)
    {
        if (Reduction is Reduction.Mean or Reduction.SumOverBatchSize)
        {
            mask *= mask.Size / (mask.Sum() + Epsilon);
        }
        if (weights is null)
        {
            return mask;
        }
        (weights, mask) = Ranks.Align(weights, mask);
        return weights * mask;
    }

    /// <summary>Expected values in the type of the predictions, with their axes.</summary>
    private protected static (Tensor Expected, Tensor Predicted) Prepare(Tensor yTrue, Tensor yPred, string name)
    {
        yPred = yPred.Floating();
        (yPred, yTrue) = Ranks.Align(yPred, yTrue.Cast(yPred.DType));
        try
        {
            Shape.Broadcast(yTrue.Shape, yPred.Shape);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException($"{name}: expected values of shape {yTrue.Shape} don't fit predictions of shape {yPred.Shape}. The last layer's units must match the targets.", nameof(yTrue));
        }
        return (yTrue, yPred);
    }

    sealed record Custom(Func<Tensor, Tensor, Tensor> Function) : Loss
    {
        public override Tensor PerSample(Tensor yTrue, Tensor yPred) => Function(yTrue, yPred);
    }
}
