namespace Thalweg.Catalogs;

/// <summary>A class that a string finds.</summary>
/// <param name="Names">Its names, Keras's own first.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="Settings">The names of its settings.</param>
/// <param name="Make">A new object with some settings, the others at their defaults.</param>
sealed record CatalogEntry<T>(IReadOnlyList<string> Names, string Summary, IReadOnlyList<string> Settings, Func<Settings, T> Make);
