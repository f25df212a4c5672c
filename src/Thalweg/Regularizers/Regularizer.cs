using Thalweg.Catalogs;

namespace Thalweg.Regularizers;

/// <summary>A penalty on weights that is added to the loss. A string stands for one with default settings: <c>"l2"</c>.</summary>
[Catalog]
public abstract record Regularizer
{
    /// <summary>The name that Keras has for it.</summary>
    public string Name => RegularizerCatalog.NameOf(this) ?? "custom";

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. RegularizerCatalog.Entries.Select(entry => entry.Key)];

    /// <summary>The penalty, a single number.</summary>
    public abstract Tensor Penalty(Tensor weights);

    /// <summary>The regulariser of a name, with default settings.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Regularizer FromName(string name) => Catalog.Make(RegularizerCatalog.Entries, name, "regularizer");

    /// <summary>The regulariser of a name, with default settings.</summary>
    public static implicit operator Regularizer(string name) => FromName(name);
}
