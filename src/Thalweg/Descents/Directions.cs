namespace Thalweg.Descents;

/// <summary>Directions in the space of a model's weights.</summary>
public static class Directions
{
    /// <summary>
    /// A random direction, each filter of which has the length of the model's own: the column of a kernel that leads to one
    /// unit. Biases and other vectors stay where they are, as their authors did it.
    /// </summary>
    /// <remarks>
    /// Li et al., 2018, arXiv 1712.09913: without that, a network whose weights are scaled up in one layer and down in the next
    /// (and computes the same) would look flatter or sharper than it is.
    /// </remarks>
    public static IReadOnlyList<Tensor> FilterNormalized(IReadOnlyList<Variable> variables, long seed)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var stream = new RandomStream(seed);
        return [.. variables.Select(variable =>
        {
            var w = variable.Held;
            if (w.Rank < 2)
            {
                return w.ZerosLike();
            }
            int[] filter = [.. Enumerable.Range(0, w.Rank - 1)];
            var direction = Tensor.RandomNormal(w.Shape, type: w.DType, stream: stream);
            var length = direction.Square().Sum(filter, keepDims: true).Sqrt();
            return direction * (w.Square().Sum(filter, keepDims: true).Sqrt() / (length + 1e-10));
        })];
    }

    /// <summary>The direction from what the variables hold to other weights.</summary>
    /// <exception cref="ArgumentException">The weights haven't the variables' shapes.</exception>
    public static IReadOnlyList<Tensor> Towards(IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> weights)
    {
        RequireShapes(variables, weights);
        return [.. variables.Select((variable, i) => weights[i] - variable.Held)];
    }

    /// <summary>A direction must have a part for each variable, of its shape.</summary>
    internal static void RequireShapes(IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> direction)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(direction);
        if (direction.Count != variables.Count)
        {
            throw new ArgumentException($"The direction has {direction.Count} parts for {variables.Count} variables; it needs one for each.", nameof(direction));
        }
        for (var i = 0; i < variables.Count; i++)
        {
            if (direction[i].Shape != variables[i].Shape)
            {
                throw new ArgumentException($"Part {i} of the direction has shape {direction[i].Shape}, the variable '{variables[i].Path}' {variables[i].Shape}.", nameof(direction));
            }
        }
    }
}
