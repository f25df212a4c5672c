namespace Thalweg.Exchange;

/// <summary>A column of raw rows, and how it becomes numbers inside an ONNX model.</summary>
/// <param name="Name">The column's name, which the model's input has too.</param>
public abstract record OnnxColumn(string Name);

/// <summary>A column of numbers, or of booleans as 0 and 1: an input of float (rows, 1), where a missing value is NaN.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Mean">What a missing value becomes.</param>
/// <param name="MarksMissing">Whether a second column of numbers says 1 where the value is missing.</param>
public sealed record OnnxNumberColumn(string Name, double Mean, bool MarksMissing) : OnnxColumn(Name);

/// <summary>A column of texts: an input of string (rows, 1), which becomes one column for each level, 1 where the row has it. Other texts give zeros.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Levels">The texts, in the order of their columns.</param>
/// <param name="HasMissingLevel">Whether a missing text has a column of its own behind them.</param>
public sealed record OnnxTextColumn(string Name, IReadOnlyList<string> Levels, bool HasMissingLevel) : OnnxColumn(Name)
{
    /// <summary>The texts that mean a missing one; one that is a level too is that level. Default: the empty text.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [""];
}
