using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>Arrays of reference files as tensors of their recorded type.</summary>
static class ReferenceTensor
{
    public static Tensor ToTensor(this ReferenceArray array) => Tensor.From((ReadOnlySpan<double>)array.Data, new Shape(array.Shape)).Cast(array.DType switch
    {
        "float64" => DType.Float64,
        "int32" or "int64" => DType.Int32,
        "bool" => DType.Bool,
        _ => DType.Float32,
    });

    /// <summary>A number that may be left out.</summary>
    public static double Number(this ReferenceNode args, string name, double missing) => args.Has(name) ? args[name].Number : missing;
}
