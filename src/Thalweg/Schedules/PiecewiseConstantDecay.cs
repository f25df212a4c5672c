using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>A learning rate that stays between steps where it jumps.</summary>
/// <remarks>The first value holds up to the first boundary, included; each next one up to the next boundary, included.</remarks>
/// <param name="Boundaries">The last step of each value but the last, ascending.</param>
/// <param name="Values">The learning rates; one more than there are boundaries.</param>
[Named("piecewise_constant_decay")]
public sealed record PiecewiseConstantDecay(IReadOnlyList<double> Boundaries, IReadOnlyList<double> Values) : Schedule
{
    /// <summary>The learning rates; one more than there are boundaries.</summary>
    public IReadOnlyList<double> Values { get; init; } = Values.Count == Boundaries.Count + 1
        ? Values
        : throw new ArgumentException($"{Boundaries.Count} boundaries need {Boundaries.Count + 1} values, but there are {Values.Count}.", nameof(Values));

    /// <inheritdoc/>
    public override double At(long step)
    {
        for (var i = 0; i < Boundaries.Count; i++)
        {
            if (step <= Boundaries[i])
            {
                return Values[i];
            }
        }
        return Values[^1];
    }
}
