namespace Thalweg.Lab.Book.Figures;

/// <summary>
/// Adam's first moment under a gradient that is always 1: the running mean mₖ = β₁ mₖ₋₁ + (1 − β₁), the corrected one
/// m̂ₖ = mₖ / (1 − β₁ᵏ), which is 1 at once, and what becomes of it when m̂ₖ takes the place of mₖ in the next step.
/// </summary>
static class AdamFigure
{
    const int Steps = 60;
    const double Beta = 0.9;

    /// <summary>The three sequences.</summary>
    public static BookFigure Compute()
    {
        double[] steps = [.. Enumerable.Range(1, Steps).Select(k => (double)k)];
        double[] mean = new double[Steps], corrected = new double[Steps], fedBack = new double[Steps];
        for (int i = 0; i < Steps; i++)
        {
            double correction = 1 - Math.Pow(Beta, i + 1);
            mean[i] = Beta * (i == 0 ? 0 : mean[i - 1]) + (1 - Beta);
            corrected[i] = mean[i] / correction;
            fedBack[i] = (Beta * (i == 0 ? 0 : fedBack[i - 1]) + (1 - Beta)) / correction;
        }
        return new(Log: true, [new("m", steps, mean), new("corrected", steps, corrected), new("fedback", steps, fedBack)]);
    }
}
