namespace Thalweg.Optimizers;

/// <summary>
/// The weights as a training left them, where averages took their place when it ended: a training that goes on starts from these, so
/// that it is the same, bit for bit, in one piece or in several.
/// </summary>
/// <remarks>Keras goes on from the averages, and so has another training in several pieces than in one.</remarks>
public sealed class UnaveragedWeights
{
    readonly Dictionary<Variable, (Tensor Trained, Tensor Average)> weights = [];

    /// <summary>What a weight was; null where no average has taken its place, or somebody has changed it since.</summary>
    public Tensor? Of(Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return weights.TryGetValue(variable, out var kept) && ReferenceEquals(kept.Average, variable.Held) ? kept.Trained : null;
    }

    /// <summary>Says what a weight was before the average that it now holds, as a saved model does.</summary>
    public void Set(Variable variable, Tensor trained)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(trained);
        weights[variable] = (trained, variable.Held);
    }

    /// <summary>Ends a training, and keeps what that changes.</summary>
    internal void Finish(Optimizer optimizer, IReadOnlyList<Variable> variables)
    {
        Tensor[] trained = [.. variables.Select(variable => variable.Held)];
        optimizer.Finish(variables);
        for (var i = 0; i < trained.Length; i++)
        {
            if (!ReferenceEquals(trained[i], variables[i].Held))
            {
                Set(variables[i], trained[i]);
            }
        }
    }

    /// <summary>Before a step: the weights are again what they were.</summary>
    internal void PutBack()
    {
        if (weights.Count == 0)
        {
            return;
        }
        foreach (var variable in weights.Keys)
        {
            if (Of(variable) is { } trained)
            {
                variable.Assign(trained);
            }
        }
        weights.Clear();
    }
}
