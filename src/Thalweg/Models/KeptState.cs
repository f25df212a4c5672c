using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Models;

/// <summary>All that a training changes, to be put back when it is disposed of: weights, the optimiser's state and rate, places in random streams, the program's seed.</summary>
sealed class KeptState : IDisposable
{
    readonly Optimizer optimizer;
    readonly Schedule rate;
    readonly (Variable Variable, Tensor Value)[] variables;
    readonly Action restoreStreams, restoreSeed;

    /// <summary>Keeps the state of a built model and of the optimiser that it is trained by.</summary>
    /// <param name="model">The model.</param>
    /// <param name="trial">What will train it; prepared.</param>
    /// <param name="samples">What on.</param>
    /// <param name="batchSize">Rows per step.</param>
    /// <exception cref="InvalidOperationException">The optimiser chooses its steps by itself (L-BFGS).</exception>
    public KeptState(Model model, CompiledModel trial, Samples samples, int batchSize)
    {
        (optimizer, rate) = (trial.Optimizer, trial.Optimizer.LearningRate);
        (restoreStreams, restoreSeed) = (model.KeepRandom(), RandomSeed.Keep());
        // What the optimiser remembers must be there to be kept. Making it draws no random numbers, but makes their streams.
        trial.MakeSlots(samples, Math.Min(batchSize, samples.Rows));
        restoreStreams();
        restoreSeed();
        variables = [.. model.Weights.Concat(optimizer.Variables).Select(variable => (variable, variable.Value))];
    }

    /// <summary>Puts everything back; the state stays kept, for the next time.</summary>
    public void Restore()
    {
        optimizer.LearningRate = rate;
        foreach (var (variable, value) in variables)
        {
            variable.Assign(value);
        }
        restoreStreams();
        restoreSeed();
    }

    /// <inheritdoc/>
    public void Dispose() => Restore();
}
