using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Thalweg.Generators;

/// <summary>One named class of a catalog, and the expression that makes one from settings.</summary>
sealed class CatalogEntry(string type, INamedTypeSymbol root, int depth, ImmutableArray<string> names, string summary, EntryFactory factory)
{
    const string Catalog = "Thalweg.Catalogs.CatalogAttribute";

    /// <summary>The class, with its namespace.</summary>
    public string Type { get; } = type;

    /// <summary>How far below the catalog's base class it stands.</summary>
    public int Depth { get; } = depth;

    public string Base { get; } = root.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public string BaseName { get; } = root.Name;

    public string BaseNamespace { get; } = root.ContainingNamespace.ToDisplayString();

    public ImmutableArray<string> Names { get; } = names;

    /// <summary>What its documentation says first.</summary>
    public string Summary { get; } = summary;

    /// <summary>How one is made from settings, and says them again.</summary>
    public EntryFactory Factory { get; } = factory;

    /// <summary>The entry of a class marked [Named]; null where no base class is marked [Catalog].</summary>
    public static CatalogEntry? Of(GeneratorAttributeSyntaxContext found)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var (root, depth) = (type.BaseType, 1);
        while (root is not null && !IsCatalog(root))
        {
            (root, depth) = (root.BaseType, depth + 1);
        }
        if (root is null)
        {
            return null;
        }
        var argument = found.Attributes[0].ConstructorArguments[0];
        return new CatalogEntry(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), root, depth,
            [.. argument.Values.Select(value => (string)value.Value!)], EntrySummary.Of(found.TargetNode), EntryFactory.Of(type, root));
    }

    /// <summary>Whether a class is the base of a catalog.</summary>
    public static bool IsCatalog(ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == Catalog);
}
