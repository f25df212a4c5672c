using Thalweg.Activations;

namespace Thalweg.Descents.Checks;

/// <summary>Gradients that shrink from layer to layer on their way back, until the first layers learn nothing.</summary>
sealed class VanishingGradients : ICheck
{
    const double Vanished = 1e-3;

    public string Name => "vanishing gradients";

    public Finding? Look(Examination examination)
    {
        if (examination.Baseline.Flow is not [var first, ..] || first.Layers.Count < 3)
        {
            return null;
        }
        var last = first.Layers[^1].GradientRms;
        LayerFlow[] faint = [.. first.Layers.Where(layer => layer.GradientRms < Vanished * last)];
        if (faint.Length == 0 || !double.IsFinite(last))
        {
            return null;
        }
        var change = ModelChanges.Both(
            ModelChanges.Activation(examination, activation => activation.Bounds is not null, new Relu()),
            ModelChanges.Weights(examination, examination.Options.Seed));
        var after = examination.Run("relu and He initialisation", examination.Changed(change));
        var evidence = faint.Select(layer => new Measurement($"gradient of '{layer.Name}' (root of mean square) over that of '{first.Layers[^1].Name}'", layer.GradientRms / last)).ToList();
        if (after.Flow is [var mended, ..])
        {
            evidence.Add(new($"the same of '{faint[0].Name}' with the remedy", mended.Layers.First(layer => layer.Name == faint[0].Name).GradientRms / mended.Layers[^1].GradientRms));
        }
        return new Finding(
            Name, Severity.Warning,
            $"The gradient all but vanishes in {string.Join(", ", faint.Select(layer => $"'{layer.Name}'"))}: these layers hardly learn.",
            evidence,
            new Remedy("Use relu with He initialisation (\"he_normal\") in the hidden layers, or fewer layers.", new Dictionary<string, string> { ["activation"] = "relu", ["initializer"] = "he_normal" }),
            examination.OnLoss(after), LayerChart.Of("gradient's root mean square", layer => layer.GradientRms, first, "relu, He", after.Flow.Count > 0 ? after.Flow[0] : null));
    }
}
