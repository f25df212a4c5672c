using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>A number that is followed over batches: updated with each, read at any time, reset at an epoch's start.</summary>
/// <remarks>Names and values are those of Keras 3; running sums are kept in Float64. A string stands for one with default settings.</remarks>
[Catalog]
public abstract class Metric
{
    readonly List<Variable> variables = [];

    /// <summary>What it is called in a history; Keras's name where none is given.</summary>
    public string Name { get => field ?? MetricCatalog.NameOf(this) ?? "metric"; set; }

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = ["accuracy", "acc", .. Catalog.Names(MetricCatalog.Entries)];

    /// <summary>All metrics that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(MetricCatalog.Entries);

    /// <summary>The running state.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>Takes in a batch.</summary>
    /// <param name="yTrue">What was expected.</param>
    /// <param name="yPred">What was predicted.</param>
    /// <param name="sampleWeight">How much each sample counts; 1 where it isn't given.</param>
    public abstract void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null);

    /// <summary>The metric over all batches since the last reset, a single number; 0 before the first.</summary>
    public abstract Tensor Result();

    /// <summary>Forgets all batches.</summary>
    public void Reset()
    {
        foreach (var variable in variables)
        {
            variable.Assign(Tensor.Zeros(variable.Shape, variable.DType));
        }
    }

    /// <summary>The metric of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Metric FromName(string name) => Catalog.Make(MetricCatalog.Entries, name, "metric");

    /// <summary>
    /// The metric of a name, with default settings, and called as it was written; <c>"accuracy"</c> is the binary, the
    /// categorical or the sparse one, as the shapes ask for.
    /// </summary>
    public static implicit operator Metric(string name)
    {
        var metric = name is "accuracy" or "acc" ? new ShapedAccuracy() : FromName(name);
        metric.Name = name;
        return metric;
    }

    /// <summary>A named running state of the metric, 0 to begin with.</summary>
    protected Variable AddState(string name, Shape shape = default)
    {
        var state = new Variable(Tensor.Zeros(shape, DType.Float64), name, trainable: false);
        variables.Add(state);
        return state;
    }
}
