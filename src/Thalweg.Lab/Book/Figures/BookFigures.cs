using Thalweg.Lab.Http;

namespace Thalweg.Lab.Book.Figures;

/// <summary>The figures of the book that are curves: each is computed once, when somebody first looks at it.</summary>
static class BookFigures
{
    static readonly SortedDictionary<string, Lazy<BookFigure>> Known = new(StringComparer.Ordinal)
    {
        ["adam"] = new(AdamFigure.Compute),
        ["slice"] = new(SliceFigure.Compute),
        ["standardized"] = new(StandardizedFigure.Compute),
        ["vanishing"] = new(VanishingFigure.Compute),
    };

    /// <summary>The figure of a name.</summary>
    /// <exception cref="Refusal">There is none of that name.</exception>
    public static BookFigure Find(string name) =>
        Known.TryGetValue(name, out var figure) ? figure.Value : throw Refusal.NotFound($"The book has no figure '{name}'; it has {string.Join(", ", Known.Keys)}.");
}
