using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>Up to a greatest learning rate and down to almost nothing, once over a training: the 1cycle policy.</summary>
/// <remarks>
/// From α/d up to α over the first part p of n steps, then down to α/(d f); with three phases, down to α/d as long as it rose, then to the
/// end. Each phase is half a cosine or a straight line. Smith and Topin, 2018, arXiv 1708.07120; values as PyTorch's OneCycleLR.
/// </remarks>
/// <example><code>new AdamW(new OneCycle(0.01, epochs * stepsPerEpoch))</code></example>
/// <param name="MaxLearningRate">The greatest learning rate, α.</param>
/// <param name="TotalSteps">The steps of the training, n.</param>
/// <param name="PctStart">The part p of them in which it rises.</param>
/// <param name="Cosine">Whether phases are half cosines; straight lines otherwise.</param>
/// <param name="DivFactor">What the greatest is divided by at first, d.</param>
/// <param name="FinalDivFactor">What the first is divided by at the end, f.</param>
/// <param name="ThreePhase">Whether it goes down as it rose before it goes to the end.</param>
[Named("one_cycle")]
public sealed record OneCycle(
    double MaxLearningRate, double TotalSteps, double PctStart = 0.3, bool Cosine = true, double DivFactor = 25, double FinalDivFactor = 1e4, bool ThreePhase = false) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var (first, last, top) = (MaxLearningRate / DivFactor, MaxLearningRate / DivFactor / FinalDivFactor, PctStart * TotalSteps - 1);
        var end = TotalSteps - 1;
        if (step <= top)
        {
            return Between(first, MaxLearningRate, step / top);
        }
        if (!ThreePhase)
        {
            return Between(MaxLearningRate, last, Math.Min(1, (step - top) / (end - top)));
        }
        var down = 2 * PctStart * TotalSteps - 2;
        return step <= down
            ? Between(MaxLearningRate, first, (step - top) / (down - top))
            : Between(first, last, Math.Min(1, (step - down) / (end - down)));
    }

    double Between(double from, double to, double part) => Cosine ? to + (from - to) / 2 * (1 + Math.Cos(Math.PI * part)) : from + (to - from) * part;
}
