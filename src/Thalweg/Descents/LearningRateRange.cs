namespace Thalweg.Descents;

/// <summary>What a learning-rate range test found: the loss as the learning rate grows from step to step.</summary>
/// <param name="Rates">The learning rate of each step, rising by the same factor.</param>
/// <param name="Losses">The loss before the step of that rate, over the same rows each time.</param>
/// <param name="DivergedAt">The rate at which the loss had become four times the least, or wasn't finite; null where it never did.</param>
public sealed record LearningRateRange(IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, double? DivergedAt)
{
    /// <summary>The loss must fall by so much of its first value for a test to suggest anything.</summary>
    const double LeastFall = 0.01;

    /// <summary>The rate whose loss is the least.</summary>
    public double BestRate => Rates[Best];

    /// <summary>
    /// The rate to train with: where the loss fell steepest per factor of the rate, but at most a quarter of the rate at which it
    /// was least. Null where the loss hardly fell at any rate.
    /// </summary>
    public double? Suggested
    {
        get
        {
            if (!(Losses[Best] < Losses[0] - LeastFall * Math.Abs(Losses[0])))
            {
                return null;
            }
            // Differences over five points: steps of minibatches aren't smooth.
            var (steepest, slope) = (0, 0.0);
            for (var i = 2; i + 2 <= Best; i++)
            {
                var fall = Losses[i - 2] - Losses[i + 2];
                if (fall > slope)
                {
                    (steepest, slope) = (i, fall);
                }
            }
            return Math.Min(steepest == 0 ? double.PositiveInfinity : Rates[steepest], Rates[Best] / 4);
        }
    }

    int Best
    {
        get
        {
            var best = 0;
            for (var i = 1; i < Losses.Count; i++)
            {
                best = Losses[i] < Losses[best] ? i : best;
            }
            return best;
        }
    }

    /// <summary>The suggestion, in a line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(Suggested is { } rate ? $"suggested learning rate {rate:g2}" : "the loss hardly fell at any rate")}; least loss {Losses[Best]:g3} at {BestRate:g2}{(DivergedAt is { } limit ? $", diverged at {limit:g2}" : "")}");
}
