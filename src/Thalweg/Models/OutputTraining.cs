using Thalweg.Catalogs;
using Thalweg.Losses;
using Thalweg.Metrics;

namespace Thalweg.Models;

/// <summary>What one output of a model is trained and measured by.</summary>
/// <param name="Name">The output's: that of the layer that gives it.</param>
/// <param name="Loss">What is made small; null for an output that isn't trained by itself.</param>
/// <param name="Weight">What its loss is multiplied with in the sum of all; 1 where it isn't given.</param>
/// <param name="Metrics">What else is measured.</param>
/// <param name="WeightedMetrics">What else is measured with each sample counting by its weight.</param>
public sealed record OutputTraining(string Name, Loss? Loss, double? Weight, IReadOnlyList<Metric> Metrics, IReadOnlyList<Metric> WeightedMetrics)
{
    /// <summary>What all outputs of a model are trained and measured by, from what is given for each name.</summary>
    /// <exception cref="ArgumentException">The model has no output of a name, no output has a loss, or one metric measures two outputs.</exception>
    internal static IReadOnlyList<OutputTraining> Of(
        Model model, Dictionary<string, Loss> losses, Dictionary<string, double> weights, Dictionary<string, IReadOnlyList<Metric>> metrics, Dictionary<string, IReadOnlyList<Metric>> weightedMetrics)
    {
        var names = model.OutputNames;
        string[] named = [.. losses.Keys, .. weights.Keys, .. metrics.Keys, .. weightedMetrics.Keys];
        foreach (var name in named)
        {
            if (!names.Contains(name))
            {
                throw new ArgumentException($"{model.ClassName} '{model.Name}' has no output '{name}'.{(NearestName.Of(name, names) is { } near ? $" Did you mean '{near}'?" : "")} It has: {string.Join(", ", names)}.", nameof(losses));
            }
        }
        if (losses.Count == 0)
        {
            throw new ArgumentException($"{model.ClassName} '{model.Name}' has no loss to be trained by: losses: new() {{ [\"{names[0]}\"] = \"mse\" }}.", nameof(losses));
        }
        OutputTraining[] outputs = [.. names.Select(name => new OutputTraining(
            name, losses.GetValueOrDefault(name), weights.TryGetValue(name, out var weight) ? weight : null, metrics.GetValueOrDefault(name) ?? [], weightedMetrics.GetValueOrDefault(name) ?? []))];
        var all = outputs.SelectMany(output => output.Metrics.Concat(output.WeightedMetrics)).ToArray();
        return outputs.Length == 1 || all.Distinct().Count() == all.Length ? outputs
            : throw new ArgumentException($"{model.ClassName} '{model.Name}': one metric measures two outputs, whose numbers would be mixed. Make one for each.", nameof(metrics));
    }
}
