using Thalweg.Catalogs;

namespace Thalweg.Models;

/// <summary>What was logged at the end of each epoch of a training.</summary>
public sealed class History
{
    readonly List<int> epochs = [];
    readonly OrderedDictionary<string, IReadOnlyList<double>> metrics = [];

    /// <summary>The epochs that were finished; the first is 0.</summary>
    public IReadOnlyList<int> Epochs => epochs;

    /// <summary>Per name, one number per epoch: <c>loss</c>, the metrics, then validation's with <c>val_</c> in front.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Metrics => metrics;

    /// <summary>One number per epoch.</summary>
    /// <exception cref="ArgumentException">Nothing of that name was logged.</exception>
    public IReadOnlyList<double> this[string name] => metrics.TryGetValue(name, out var values)
        ? values
        : throw new ArgumentException(
            $"The history has no '{name}'.{(NearestName.Of(name, metrics.Keys) is { } near ? $" Did you mean '{near}'?" : "")} It has: {string.Join(", ", metrics.Keys)}.", nameof(name));

    /// <summary>Appends what an epoch logged: for histories that come from elsewhere, a file or another program.</summary>
    public void Add(int epoch, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        epochs.Add(epoch);
        foreach (var (name, value) in logs)
        {
            if (!metrics.TryGetValue(name, out var values))
            {
                metrics[name] = values = new List<double>();
            }
            ((List<double>)values).Add(value);
        }
    }
}
