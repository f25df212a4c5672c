namespace Thalweg.Descents.Checks;

/// <summary>An input that all but is the label: what predictions are made from must be known before the label is.</summary>
sealed class LeakedLabels : ICheck
{
    const double Perfect = 0.99;
    const int MostRows = 5000, MostDrawn = 5;

    public string Name => "label leaks into an input";

    public Finding? Look(Examination examination)
    {
        var given = examination.Given;
        if (given.X.Rank != 2 || given.X.Shape[1] < 2)
        {
            return null;
        }
        var rows = Math.Min(MostRows, given.X.Shape[0]);
        var x = given.X[..rows];
        var labels = ClassScores.Of(given.Y[..rows], given.Loss);
        var numbers = labels is null && given.Y.Size == given.Y.Shape[0] ? given.Y[..rows].ToArray<double>() : null;
        if (labels is null && numbers is null)
        {
            return null;
        }
        double[] strength = [.. Enumerable.Range(0, x.Shape[1]).Select(i =>
        {
            var column = x[.., i..(i + 1)].ToArray<double>();
            return labels is { } known ? NearestMean(column, known.Classes, known.Count) : Math.Abs(Correlation(column, numbers!));
        })];
        int[] leaks = [.. Enumerable.Range(0, strength.Length).Where(i => strength[i] >= Perfect)];
        if (leaks.Length == 0 || leaks.Length == strength.Length)
        {
            return null;
        }
        var mean = x.Mean(axis: 0);
        var keep = Tensor.From([.. strength.Select(value => value >= Perfect ? 0f : 1f)], strength.Length);
        Tensor Without(Tensor from) => from * keep + mean * (1 - keep);
        var after = examination.Run("without the inputs that leak", given with { X = Without(given.X), Held = (Without(given.Held.X), given.Held.Y) });
        var what = labels is null ? "correlation with the target, in absolute value" : "accuracy of the class whose mean is nearest";
        int[] drawn = [.. Enumerable.Range(0, strength.Length).OrderByDescending(i => strength[i]).Take(MostDrawn)];
        var names = string.Join(", ", leaks.Select(examination.InputName));
        return new Finding(
            Name, Severity.Warning,
            $"{names} alone {(leaks.Length == 1 ? "gives" : "give")} the label almost without fault. If it is only known once the label is, results on new rows will be far worse.",
            [.. drawn.Take(leaks.Length + 1).Select(i => new Measurement($"{examination.InputName(i)} alone: {what}", strength[i]))],
            new Remedy($"Leave out {names}, unless it is known when predictions are made.", new Dictionary<string, string> { ["drop"] = string.Join(',', leaks.Select(i => examination.InputName(i).Trim('\''))) }),
            labels is null ? examination.OnHeldLoss(after) : examination.OnAccuracy(after),
            new Chart(what, "input", Logarithmic: false, [new("one input alone", [.. drawn.Select((_, i) => (double)i)], [.. drawn.Select(i => strength[i])])], [.. drawn.Select(i => examination.InputName(i).Trim('\''))]));
    }

    /// <summary>How often the class whose mean of the column is nearest is the right one.</summary>
    static double NearestMean(double[] column, int[] classes, int count)
    {
        var (sums, numbers) = (new double[count], new int[count]);
        for (var row = 0; row < column.Length; row++)
        {
            sums[classes[row]] += column[row];
            numbers[classes[row]]++;
        }
        int[] present = [.. Enumerable.Range(0, count).Where(label => numbers[label] > 0)];
        if (present.Length < 2)
        {
            return 0;
        }
        return column.Where((value, row) => present.MinBy(label => Math.Abs(value - sums[label] / numbers[label])) == classes[row]).Count() / (double)column.Length;
    }

    static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (da, db) = (a[i] - meanA, b[i] - meanB);
            (ab, aa, bb) = (ab + da * db, aa + da * da, bb + db * db);
        }
        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
