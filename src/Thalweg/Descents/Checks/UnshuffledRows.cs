namespace Thalweg.Descents.Checks;

/// <summary>Rows that are ordered by their labels, and stay so: in batches, or in what is held back.</summary>
sealed class UnshuffledRows : ICheck
{
    /// <summary>So many standard deviations from what chance gives: one in a million.</summary>
    const double Unlikely = 5;
    const int Pieces = 20;

    public string Name => "rows not shuffled";

    public Finding? Look(Examination examination)
    {
        var options = examination.Options;
        if (options.Shuffle && (options.ValidationSplit == 0 || options.ValidationData is not null))
        {
            return null;
        }
        var y = examination.AllY;
        var labels = ClassScores.Of(y, examination.Given.Loss);
        var values = labels is { } known ? [.. known.Classes.Select(label => (double)label)] : y.Cast(DType.Float64).Reshape([y.Shape[0], y.Size / y.Shape[0]])[.., ..1].ToArray<double>();
        var (alike, byChance, deviation) = labels is null ? Neighbours(values) : Equal(values);
        if (!(alike > byChance + Unlikely * deviation))
        {
            return null;
        }
        var shuffled = options.ValidationData is null ? examination.HeldAtRandom(options.ValidationSplit > 0 ? options.ValidationSplit : 0.2) : examination.Given;
        var after = examination.Run("rows shuffled", shuffled with { Shuffle = true });
        var measure = labels is null ? "correlation of neighbouring rows' targets" : "part of neighbouring rows with the same label";
        var size = Math.Max(1, values.Length / Pieces);
        double[] means = [.. values.Chunk(size).Take(Pieces).Select(piece => piece.Average())];
        return new Finding(
            Name, Severity.Warning,
            $"The rows are ordered by what is to be learned, and {(options.Shuffle ? "the last ones are held back: they aren't like those that are trained on" : "each epoch goes through them in that order")}.",
            [new(measure, alike), new("the same by chance", byChance), new("in standard deviations above chance", (alike - byChance) / deviation)],
            new Remedy(options.Shuffle ? "Shuffle the rows before a part is held back." : "Train with shuffle: true.", new Dictionary<string, string> { ["shuffle"] = "true" }),
            labels is null ? examination.OnHeldLoss(after) : examination.OnAccuracy(after),
            new Chart(labels is null ? "mean target" : "mean class number", "place in the order of rows (%)", Logarithmic: false, [new("rows as they are", [.. means.Select((_, i) => 100.0 * (i + 0.5) / means.Length)], means)]));
    }

    /// <summary>How often neighbours are equal: among n rows in random order, Σ (nᵢ/n)² of the time.</summary>
    static (double Alike, double ByChance, double Deviation) Equal(double[] values)
    {
        var pairs = values.Length - 1;
        var alike = Enumerable.Range(0, pairs).Count(i => values[i] == values[i + 1]) / (double)pairs;
        var chance = values.CountBy(value => value).Sum(pair => Math.Pow((double)pair.Value / values.Length, 2));
        return (alike, chance, Math.Sqrt(Math.Max(chance * (1 - chance), 1e-12) / pairs));
    }

    /// <summary>The correlation of neighbours: 0 ± 1/√n in random order.</summary>
    static (double Alike, double ByChance, double Deviation) Neighbours(double[] values)
    {
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean));
        var together = Enumerable.Range(0, values.Length - 1).Sum(i => (values[i] - mean) * (values[i + 1] - mean));
        return (variance > 0 ? together / variance : 0, 0, 1 / Math.Sqrt(values.Length));
    }
}
