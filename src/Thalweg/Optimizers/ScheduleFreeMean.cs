namespace Thalweg.Optimizers;

/// <summary>What schedule-free optimisers share: the mean x lies between the weights y and the sequence z, y = (1 − β) z + β x, and needs no memory of its own.</summary>
static class ScheduleFreeMean
{
    /// <summary>The next y, with 1/t of the new z in the mean.</summary>
    public static Tensor Next(Tensor y, Tensor before, Tensor z, double β, in Step step)
    {
        var share = step.Number(static t => 1.0 / t);
        var x = (y - before * (1 - β)) / β;
        return z * (1 - β) + (x * (1 - share) + z * share) * β;
    }

    public static void ToEvaluation(Optimizer optimizer, IReadOnlyList<Variable> variables, string slot, double β) =>
        Swap(optimizer, variables, slot, (y, z) => (y - z * (1 - β)) / β);

    public static void ToTraining(Optimizer optimizer, IReadOnlyList<Variable> variables, string slot, double β) =>
        Swap(optimizer, variables, slot, (x, z) => z * (1 - β) + x * β);

    static void Swap(Optimizer optimizer, IReadOnlyList<Variable> variables, string slot, Func<Tensor, Tensor, Tensor> map)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var variable in variables)
        {
            if (optimizer.Remembered(variable, slot) is { } z)
            {
                variable.Assign(map(variable.Value, z));
            }
        }
    }
}
