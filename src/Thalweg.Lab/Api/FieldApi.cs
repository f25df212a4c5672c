using Thalweg.Descents;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Api;

/// <summary>An objective over a rectangle of the plane, for contours and surfaces.</summary>
static class FieldApi
{
    const int MostPoints = 401;

    /// <summary>The costs at the points of a grid, row by row from the bottom.</summary>
    /// <param name="name">The objective.</param>
    /// <param name="columns">Points in a row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="x0">The left edge; the objective's own window where an edge isn't given.</param>
    /// <param name="x1">The right edge.</param>
    /// <param name="y0">The lower edge.</param>
    /// <param name="y1">The upper edge.</param>
    public static FieldAnswer Field(string name, int columns = 101, int rows = 101, double? x0 = null, double? x1 = null, double? y0 = null, double? y1 = null)
    {
        RequirePoints(columns, nameof(columns));
        RequirePoints(rows, nameof(rows));
        var objective = Problems.Find(name);
        var own = Problems.WindowOf(name);
        var window = new Window(x0 ?? own.Left, x1 ?? own.Right, y0 ?? own.Bottom, y1 ?? own.Top);
        if (!(window.Left < window.Right && window.Bottom < window.Top && double.IsFinite(window.Right - window.Left) && double.IsFinite(window.Top - window.Bottom)))
            throw Refusal.Bad(FormattableString.Invariant($"The window goes from {window.Left} to {window.Right} and from {window.Bottom} to {window.Top}: x0 must be below x1, y0 below y1, all finite."), "window");
        double[] values = objective.Costs(window.Grid(columns, rows)).Cast(DType.Float64).ToArray<double>();
        return new FieldAnswer([window.Left, window.Right], [window.Bottom, window.Top], columns, rows, values);
    }

    /// <summary>Refuses a side of a grid that is too short or too long.</summary>
    internal static void RequirePoints(int points, string field)
    {
        if (points is < 2 or > MostPoints)
            throw Refusal.Bad($"{field} is {points}; 2 to {MostPoints} are possible.", field);
    }
}

/// <summary>Costs over a grid.</summary>
/// <param name="X">The left and the right edge.</param>
/// <param name="Y">The lower and the upper edge.</param>
/// <param name="Columns">Points in a row.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Values">The costs, row by row from the bottom.</param>
sealed record FieldAnswer(double[] X, double[] Y, int Columns, int Rows, double[] Values);
