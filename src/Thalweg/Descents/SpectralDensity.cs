namespace Thalweg.Descents;

/// <summary>How the eigenvalues of a Hessian are spread: points on the line of numbers, each with the part of all eigenvalues that it stands for.</summary>
/// <param name="Values">The points, rising.</param>
/// <param name="Weights">The parts; they add up to 1.</param>
public sealed record SpectralDensity(IReadOnlyList<double> Values, IReadOnlyList<double> Weights)
{
    /// <summary>The mean of the eigenvalues: the trace over their number.</summary>
    public double Mean => Values.Zip(Weights, (value, weight) => value * weight).Sum();

    /// <summary>The part of the eigenvalues below a number.</summary>
    public double Below(double value) => Values.Zip(Weights).TakeWhile(point => point.First < value).Sum(point => point.Second);

    /// <summary>The density at a number, each point widened to a bell of a standard deviation: Σ wᵢ exp(−(λ − λᵢ)² / 2σ²) / √(2π) σ.</summary>
    /// <param name="value">Where, λ.</param>
    /// <param name="width">The standard deviation σ of the bells.</param>
    public double At(double value, double width)
    {
        Catalogs.Require.Positive(width);
        var sum = 0.0;
        for (var i = 0; i < Values.Count; i++)
        {
            var distance = (value - Values[i]) / width;
            sum += Weights[i] * Math.Exp(-0.5 * distance * distance);
        }
        return sum / (Math.Sqrt(2 * Math.PI) * width);
    }
}
