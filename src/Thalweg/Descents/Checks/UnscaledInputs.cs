namespace Thalweg.Descents.Checks;

/// <summary>Inputs of very different sizes, or far from zero: valleys that are much steeper across than along.</summary>
sealed class UnscaledInputs : ICheck
{
    const double Spread = 10, Offset = 5, LeastGain = 0.9;
    const int MostInputs = 256;

    public string Name => "inputs not scaled";

    public Finding? Look(Examination examination)
    {
        var given = examination.Given;
        var x = Flat(given.X);
        var (mean, deviation) = (x.Mean(axis: 0).ToArray<double>(), x.Std(axis: 0).ToArray<double>());
        int[] varying = [.. Enumerable.Range(0, mean.Length).Where(i => deviation[i] > 0 && !IsBinary(x, i))];
        if (varying.Length == 0)
        {
            return null;
        }
        var (largest, smallest) = (varying.Max(i => deviation[i]), varying.Min(i => deviation[i]));
        var offset = varying.Max(i => Math.Abs(mean[i]) / deviation[i]);
        if (largest / smallest <= Spread && offset <= Offset && largest is > 1 / Spread and < Spread)
        {
            return null;
        }
        var after = examination.Run("inputs standardised", given with { X = Standardised(given.X, mean, deviation), Held = (Standardised(given.Held.X, mean, deviation), given.Held.Y) });
        if (!after.IsFinite || after.Loss > LeastGain * examination.Baseline.Loss)
        {
            return null;
        }
        var widest = varying.MaxBy(i => deviation[i]);
        List<Measurement> evidence =
        [
            new($"standard deviation of {examination.InputName(widest)}, the greatest", largest),
            new($"standard deviation of {examination.InputName(varying.MinBy(i => deviation[i]))}, the least", smallest),
            new("greatest distance of a mean from 0, in standard deviations", offset),
        ];
        if (mean.Length <= MostInputs)
        {
            evidence.Add(new("condition number of the input covariance", Condition(x)));
            evidence.Add(new("condition number after standardising", Condition(Flat(Standardised(given.X, mean, deviation)))));
        }
        return new Finding(
            Name, Severity.Warning,
            $"The inputs differ in scale or lie far from zero, so that the loss is a narrow valley in which gradient descent goes to and fro.",
            evidence,
            new Remedy("Give each input mean 0 and standard deviation 1: x = (x - x.Mean(axis: 0)) / x.Std(axis: 0), or a Normalization layer in front.", new Dictionary<string, string> { ["standardize"] = "true" }),
            examination.OnLoss(after), examination.LossChart("standardised", after));
    }

    /// <summary>The greatest eigenvalue of the covariance over the least, constant inputs left out.</summary>
    static double Condition(Tensor x)
    {
        var centred = x - x.Mean(axis: 0);
        int[] varying = [.. x.Var(axis: 0).ToArray<double>().Select((variance, i) => (variance, i)).Where(pair => pair.variance > 0).Select(pair => pair.i)];
        centred = centred.Gather(Tensor.From(varying), axis: 1);
        var values = SymmetricEigen.Values(centred.Transpose().MatMul(centred) / x.Shape[0]);
        return values[^1] / Math.Max(values[0], 1e-16 * values[^1]);
    }

    static Tensor Flat(Tensor x) => x.Cast(DType.Float64).Reshape([x.Shape[0], x.Size / x.Shape[0]]);

    static Tensor Standardised(Tensor x, double[] mean, double[] deviation)
    {
        var scale = Tensor.From([.. deviation.Select(value => value > 0 ? value : 1)], deviation.Length);
        return ((Flat(x) - Tensor.From(mean, mean.Length)) / scale).Reshape(x.Shape).Cast(x.DType);
    }

    static bool IsBinary(Tensor x, int column) => x[.., column..(column + 1)].ToArray<double>().Distinct().Take(3).Count() <= 2;
}
