namespace Thalweg.Descents;

/// <summary>A rectangle of the plane in which a function of two variables is worth looking at.</summary>
/// <param name="Left">The least first coordinate.</param>
/// <param name="Right">The greatest first coordinate.</param>
/// <param name="Bottom">The least second coordinate.</param>
/// <param name="Top">The greatest second coordinate.</param>
public readonly record struct Window(double Left, double Right, double Bottom, double Top)
{
    /// <summary>The points of a grid over the window, rows from bottom to top: (rows · columns, 2), Float64.</summary>
    public Tensor Grid(int columns, int rows)
    {
        var x = Tensor.Linspace(Left, Right, columns, DType.Float64).BroadcastTo([rows, columns]);
        var y = Tensor.Linspace(Bottom, Top, rows, DType.Float64).Reshape([rows, 1]).BroadcastTo([rows, columns]);
        return Tensor.Stack([x, y], axis: -1).Reshape([rows * columns, 2]);
    }
}
