namespace Thalweg.Descents.Checks;

/// <summary>Signals or gradients that grow from layer to layer.</summary>
sealed class ExplodingGradients : ICheck
{
    const double Exploded = 1e3;

    public string Name => "exploding gradients";

    public Finding? Look(Examination examination)
    {
        if (examination.Baseline.Flow is not [var first, ..] || first.Layers.Count < 3)
        {
            return null;
        }
        var hidden = first.Layers.Take(first.Layers.Count - 1).ToArray();
        var forwards = hidden[^1].ActivationNorm / Math.Max(hidden[0].ActivationNorm, double.Epsilon);
        var backwards = hidden[0].GradientRms / Math.Max(first.Layers[^1].GradientRms, double.Epsilon);
        LayerFlow[] infinite = [.. first.Layers.Where(layer => !double.IsFinite(layer.GradientNorm))];
        if (infinite.Length == 0 && forwards < Exploded && backwards < Exploded)
        {
            return null;
        }
        var after = examination.Run("weights initialised anew", examination.Changed(ModelChanges.Weights(examination, examination.Options.Seed)));
        LayerFlow[] large = infinite.Length > 0 ? infinite
            : forwards >= Exploded ? [.. hidden.Where(layer => layer.ActivationNorm > Math.Sqrt(Exploded) * hidden[0].ActivationNorm)]
            : [.. hidden.Where(layer => layer.GradientRms > Math.Sqrt(Exploded) * first.Layers[^1].GradientRms)];
        return new Finding(
            Name, Severity.Error,
            $"Signals or gradients grow from layer to layer; the worst layers are {string.Join(", ", large.Select(layer => $"'{layer.Name}'"))}.",
            [
                new($"outputs of '{hidden[^1].Name}' (root of mean square) over those of '{hidden[0].Name}'", forwards),
                new($"gradient of '{hidden[0].Name}' (root of mean square) over that of '{first.Layers[^1].Name}'", backwards),
                new("greatest norm of a layer's gradient", first.Layers.Max(layer => layer.GradientNorm)),
            ],
            new Remedy("Initialise kernels to their number of inputs: \"he_normal\" before relu, \"glorot_uniform\" elsewhere; clip gradients (GlobalClipNorm = 1) if they still grow later.", new Dictionary<string, string> { ["initializer"] = "he_normal" }),
            examination.OnLoss(after), LayerChart.Of("gradient's root mean square", layer => layer.GradientRms, first, "initialised anew", after.Flow.Count > 0 ? after.Flow[0] : null));
    }
}
