namespace Thalweg.Exchange.Onnx;

/// <summary>One operation of a graph that was read.</summary>
/// <param name="Operation">What it does: Add, MatMul, ….</param>
/// <param name="Inputs">The names of what it takes; empty for what isn't given.</param>
/// <param name="Outputs">The names of its results.</param>
/// <param name="Attributes">Its settings: whole numbers and numbers.</param>
sealed record OnnxNode(string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyDictionary<string, double> Attributes)
{
    /// <summary>A setting that is a number.</summary>
    public double Number(string name, double fallback) => Attributes.GetValueOrDefault(name, fallback);

    /// <summary>A setting that is a whole number.</summary>
    public int Whole(string name, int fallback) => (int)Attributes.GetValueOrDefault(name, fallback);
}
