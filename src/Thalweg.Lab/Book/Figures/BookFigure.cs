using Thalweg.Descents;

namespace Thalweg.Lab.Book.Figures;

/// <summary>Curves of the book.</summary>
/// <param name="Log">Whether the vertical axis is logarithmic.</param>
/// <param name="Curves">The curves in the order of the legend; a name is a key of the pages' texts, or the same in every language.</param>
sealed record BookFigure(bool Log, IReadOnlyList<ChartLine> Curves);
