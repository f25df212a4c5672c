using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>A number that is followed over batches: updated with each, read at any time, reset at an epoch's start.</summary>
/// <remarks>Names and values are those of Keras 3; running sums are kept in Float64. A string stands for one with default settings.</remarks>
[Catalog]
public abstract class Metric : IConfigured
{
    readonly List<Variable> variables = [];

    /// <summary>What it is called in a history; Keras's name where none is given.</summary>
    public string Name { get => field ?? MetricCatalog.NameOf(this) ?? "metric"; set; }

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => MetricCatalog.ConfigurationOf(this);

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

    /// <summary>The metric over all batches since the last reset: a single number as a rule, several for several thresholds or classes; 0 before the first.</summary>
    public abstract Tensor Result();

    /// <summary>The number that a history gets: the result, or the mean of several.</summary>
    protected internal virtual double Logged()
    {
        var result = Result();
        return (result.Size == 1 ? result : result.Mean()).Item();
    }

    /// <summary>Takes in what another one of the same kind has counted: another worker's part of the same data.</summary>
    /// <exception cref="ArgumentException">It is of another kind, or counts something else.</exception>
    public void Merge(Metric other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.GetType() != GetType() || other.variables.Count != variables.Count || variables.Zip(other.variables).Any(pair => pair.First.Shape != pair.Second.Shape))
        {
            throw new ArgumentException($"'{Name}' can only take in another {GetType().Name} with the same settings that has met the same shapes, but got {other.GetType().Name} '{other.Name}'.", nameof(other));
        }
        // All states are sums.
        foreach (var (own, its) in variables.Zip(other.variables))
        {
            own.Assign(own.Value + its.Value);
        }
    }

    /// <summary>Forgets all batches.</summary>
    public void Reset()
    {
        foreach (var variable in variables)
        {
            variable.Assign(Tensor.Zeros(variable.Shape, variable.DType));
        }
    }

    /// <summary>The metric of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Metric FromConfiguration(Configuration configuration) => Catalog.Make(MetricCatalog.Entries, configuration, "metric");

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
