namespace Thalweg.Catalogs;

/// <summary>One named thing for a list: <c>adam</c>, and what Adam is.</summary>
/// <param name="Name">The name that a string may be.</param>
/// <param name="Summary">What it is, in a line.</param>
public sealed record CatalogLine(string Name, string Summary);
