using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>The values that a weight begins with. A string stands for one with default settings: <c>"he_normal"</c>.</summary>
/// <remarks>
/// Names, defaults and distributions are those of Keras 3. Random ones take a new stream of <see cref="RandomSeed"/> each
/// time, or always the same numbers where they have a seed of their own.
/// </remarks>
[Catalog]
public abstract record Initializer : IConfigured
{
    [ThreadStatic]
    static long? left;

    /// <summary>All 0.</summary>
    public static Initializer Zeros { get; } = new Zeros();

    /// <summary>All 1.</summary>
    public static Initializer Ones { get; } = new Ones();

    /// <summary>Even between ±√(6 / (fan in + fan out)): the default for kernels.</summary>
    public static Initializer GlorotUniform { get; } = new GlorotUniform();

    /// <summary>The name that Keras has for it.</summary>
    public string Name => InitializerCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => InitializerCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(InitializerCatalog.Entries);

    /// <summary>All initialisers that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(InitializerCatalog.Entries);

    /// <summary>The first values of a weight.</summary>
    public abstract Tensor Make(Shape shape, DType type = DType.Float32);

    /// <summary>The initialiser of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Initializer FromConfiguration(Configuration configuration) => Catalog.Make(InitializerCatalog.Entries, configuration, "initializer");

    /// <summary>Builds layers whose weights stay 0, because saved values follow: no random numbers are drawn, and memory isn't touched.</summary>
    /// <param name="build">Builds them, on this thread.</param>
    /// <param name="most">How many numbers all weights may hold; more is refused before memory is taken.</param>
    public static void Skip(Action build, long most = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(build);
        var before = left;
        left = most;
        try
        {
            build();
        }
        finally
        {
            left = before;
        }
    }

    /// <summary>The first values of a weight that a layer makes; 0 within <see cref="Skip"/>.</summary>
    internal Tensor First(Shape shape, DType type)
    {
        if (left is not { } numbers)
        {
            return Make(shape, type);
        }
        var size = 1L;
        foreach (var length in shape)
        {
            size = Math.BigMul(size, length) is var product && product <= numbers ? (long)product : throw new ArgumentException($"A weight of shape {shape} is larger than what the file can hold.");
        }
        left = numbers - size;
        return new Tensor(shape, type, Buffer.Untouched(type, shape.Size));
    }

    /// <summary>The initialiser of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Initializer FromName(string name) => Catalog.Make(InitializerCatalog.Entries, name, "initializer");

    /// <summary>The initialiser of a name, with default settings.</summary>
    public static implicit operator Initializer(string name) => FromName(name);

    /// <summary>The stream that random values come from: of this seed, or the program's next one.</summary>
    protected static RandomStream Stream(long? seed) => seed is { } own ? new RandomStream(own) : RandomSeed.NextStream();
}
