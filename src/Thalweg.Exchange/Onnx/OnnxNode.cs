namespace Thalweg.Exchange.Onnx;

/// <summary>One operation of a graph that was read.</summary>
/// <param name="Operation">What it does: Add, MatMul, ….</param>
/// <param name="Inputs">The names of what it takes; empty for what isn't given.</param>
/// <param name="Outputs">The names of its results.</param>
/// <param name="Attributes">Its settings: whole numbers and numbers.</param>
sealed record OnnxNode(string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyDictionary<string, double> Attributes)
{
    /// <summary>Its settings that are lists of whole numbers.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<long>>();

    /// <summary>Its settings that are texts.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>A setting that is a list of whole numbers; null where it isn't given.</summary>
    public int[]? Wholes(string name) => Lists.TryGetValue(name, out var list) ? [.. list.Select(number => checked((int)number))] : null;

    /// <summary>A setting that is a text.</summary>
    public string Text(string name, string fallback) => Texts.GetValueOrDefault(name, fallback);

    /// <summary>A setting that is a number.</summary>
    public double Number(string name, double fallback) => Attributes.GetValueOrDefault(name, fallback);

    /// <summary>A setting that is a whole number.</summary>
    public int Whole(string name, int fallback) => (int)Attributes.GetValueOrDefault(name, fallback);
}
