using Thalweg.Catalogs;

namespace Thalweg.Regularizers;

/// <summary>A penalty on weights that is added to the loss. A string stands for one with default settings: <c>"l2"</c>.</summary>
[Catalog]
public abstract record Regularizer : IConfigured
{
    /// <summary>The name that Keras has for it.</summary>
    public string Name => RegularizerCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => RegularizerCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(RegularizerCatalog.Entries);

    /// <summary>All regularisers that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(RegularizerCatalog.Entries);

    /// <summary>The penalty, a single number.</summary>
    public abstract Tensor Penalty(Tensor weights);

    /// <summary>The regulariser of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Regularizer FromConfiguration(Configuration configuration) => Catalog.Make(RegularizerCatalog.Entries, configuration, "regularizer");

    /// <summary>The regulariser of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Regularizer FromName(string name) => Catalog.Make(RegularizerCatalog.Entries, name, "regularizer");

    /// <summary>The regulariser of a name, with default settings.</summary>
    public static implicit operator Regularizer(string name) => FromName(name);
}
