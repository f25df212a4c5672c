namespace Thalweg.Lab.Book.Figures;

/// <summary>Curves of the book.</summary>
/// <param name="Log">Whether the vertical axis is logarithmic.</param>
/// <param name="Curves">The curves in the order of the legend.</param>
sealed record BookFigure(bool Log, IReadOnlyList<BookCurve> Curves);

/// <summary>A curve of the book.</summary>
/// <param name="Name">A key of the pages' texts, or a name that is the same in every language.</param>
/// <param name="X">Places.</param>
/// <param name="Y">Values there.</param>
sealed record BookCurve(string Name, double[] X, double[] Y);
