using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>The same learning rate at every step.</summary>
/// <param name="Rate">The learning rate; finite and not negative.</param>
[Named("constant")]
public sealed record ConstantSchedule(double Rate) : Schedule
{
    /// <summary>The learning rate.</summary>
    public double Rate { get; init; } = double.IsFinite(Rate) && Rate >= 0
        ? Rate
        : throw new ArgumentOutOfRangeException(nameof(Rate), Rate, "A learning rate is a finite number, 0 or more.");

    /// <inheritdoc/>
    public override double At(long step) => Rate;
}
