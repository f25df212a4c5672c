using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>A function between layers. A string stands for one with default settings: <c>"relu"</c> for <c>new Relu()</c>.</summary>
/// <remarks>Names, defaults and sub-gradients are those of Keras 3.</remarks>
[Catalog]
public abstract record Activation : IConfigured
{
    /// <summary>y = x: no activation.</summary>
    public static Activation Linear { get; } = new Linear();

    /// <summary>The name that Keras has for it; <c>custom</c> where it has none.</summary>
    public string Name => ActivationCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => ActivationCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(ActivationCatalog.Entries);

    /// <summary>All activations that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(ActivationCatalog.Entries);

    /// <summary>What the values lie between, where the function levels out on both sides; null where it doesn't.</summary>
    public virtual (double Low, double High)? Bounds => null;

    /// <summary>The function's value; the shape stays, except for <see cref="Glu"/>, which halves one axis.</summary>
    public abstract Tensor Apply(Tensor x);

    /// <summary>The activation of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Activation FromConfiguration(Configuration configuration) => Catalog.Make(ActivationCatalog.Entries, configuration, "activation");

    /// <summary>The activation of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Activation FromName(string name) => Catalog.Make(ActivationCatalog.Entries, name, "activation");

    /// <summary>A function of one's own.</summary>
    public static Activation From(Func<Tensor, Tensor> function) => new Custom(function);

    /// <summary>The activation of a name, with default settings.</summary>
    public static implicit operator Activation(string name) => FromName(name);

    sealed record Custom(Func<Tensor, Tensor> Function) : Activation
    {
        public override Tensor Apply(Tensor x) => Function(x);
    }
}
