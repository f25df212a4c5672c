namespace Thalweg.Exchange.SafeTensorsFormat;

/// <summary>One tensor of a safetensors file.</summary>
/// <param name="Type">The type's name in the file: F32, BF16, I64, ….</param>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="Start">Where its bytes begin, behind the header.</param>
/// <param name="End">Where they end.</param>
sealed record TensorEntry(string Type, int[] Shape, long Start, long End);
