namespace Thalweg.Exchange.Onnx;

/// <summary>An input or an output of a graph.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">ONNX's number of its elements' type.</param>
/// <param name="Shape">Its axes; an unknown length is any.</param>
readonly record struct OnnxValue(string Name, int Type, Shape Shape)
{
    public const int Float = 1, Int64 = 7, Text = 8, Double = 11;
}
