namespace Thalweg.Optimizers;

/// <summary>The paths of an optimiser's state, and saved values for what isn't there yet.</summary>
sealed class OptimizerState(string optimizer)
{
    readonly HashSet<string> paths = [];
    Dictionary<string, Tensor> kept = [];

    /// <summary>What paths begin with.</summary>
    public string Optimizer { get; set; } = optimizer;

    /// <summary>Gives a new variable its path (numbered, where the weights have no names of their own) and its saved value.</summary>
    public Variable Register(string name, Variable variable)
    {
        var path = $"{Optimizer}/{name}";
        for (var n = 1; !paths.Add(path); n++)
        {
            path = $"{Optimizer}/{name}_{n}";
        }
        if (kept.Remove(path, out var value))
        {
            if (value.Shape != variable.Shape || value.DType != variable.DType)
            {
                throw new ArgumentException($"The state '{path}' was saved as {value.DType} {value.Shape}, but {variable.DType} {variable.Shape} is needed. It was saved for other weights.");
            }
            return new Variable(value, variable.Name, trainable: false) { Path = path };
        }
        variable.Path = path;
        return variable;
    }

    /// <summary>Keeps saved values until their variables are made.</summary>
    public void Keep(IReadOnlyDictionary<string, Tensor> values) => kept = values.Where(pair => !paths.Contains(pair.Key)).ToDictionary();
}
