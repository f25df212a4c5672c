using Thalweg.Catalogs;

namespace Thalweg.Constraints;

/// <summary>Where a weight is put back to after each step of training. A string stands for one: <c>"non_neg"</c>, <c>"max_norm(max_value=1)"</c>.</summary>
/// <remarks>Names, defaults and values are those of Keras 3.</remarks>
[Catalog]
public abstract record Constraint : IConfigured
{
    /// <summary>Keras's <c>epsilon()</c>, added to norms that divide.</summary>
    private protected const double Epsilon = 1e-7;

    /// <summary>The name that Keras has for it.</summary>
    public string Name => ConstraintCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => ConstraintCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(ConstraintCatalog.Entries);

    /// <summary>All constraints that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(ConstraintCatalog.Entries);

    /// <summary>The nearest weights that are allowed.</summary>
    public abstract Tensor Apply(Tensor weights);

    /// <summary>A constraint of one's own.</summary>
    public static Constraint From(Func<Tensor, Tensor> function) => new Custom(function ?? throw new ArgumentNullException(nameof(function)));

    /// <summary>The constraint of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Constraint FromConfiguration(Configuration configuration) => Catalog.Make(ConstraintCatalog.Entries, configuration, "constraint");

    /// <summary>The constraint of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Constraint FromName(string name) => Catalog.Make(ConstraintCatalog.Entries, name, "constraint");

    /// <summary>The constraint of a name, with default settings or those in brackets.</summary>
    public static implicit operator Constraint(string name) => FromName(name);

    /// <summary>The norms along axes (the first where none are given), kept as axes of length 1.</summary>
    private protected static Tensor Norms(Tensor weights, IReadOnlyList<int>? axis) => weights.Square().Sum([.. axis ?? [0]], keepDims: true).Sqrt();

    sealed record Custom(Func<Tensor, Tensor> Function) : Constraint
    {
        public override Tensor Apply(Tensor weights) => Function(weights);
    }
}
