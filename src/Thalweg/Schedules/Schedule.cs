using System.Globalization;
using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>The learning rate as a function of the step. A number stands for one that stays, a string for one with settings: <c>"cosine_decay(0.1, 1000)"</c>.</summary>
/// <remarks>Names, defaults and values are those of Keras 3, worked out in Float64.</remarks>
[Catalog]
public abstract record Schedule : IConfigured
{
    /// <summary>The name that Keras has for it.</summary>
    public string Name => ScheduleCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => ScheduleCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(ScheduleCatalog.Entries);

    /// <summary>All schedules that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(ScheduleCatalog.Entries);

    /// <summary>The learning rate of a step; the first step is 0.</summary>
    public abstract double At(long step);

    /// <summary>A schedule of one's own: the learning rate as a function of the step, the first being 0.</summary>
    public static Schedule From(Func<long, double> function) => new Custom(function ?? throw new ArgumentNullException(nameof(function)));

    /// <summary>The schedule of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Schedule FromConfiguration(Configuration configuration) => Catalog.Make(ScheduleCatalog.Entries, configuration, "schedule");

    /// <summary>The schedule of a name, with settings in brackets; a number is a learning rate that stays.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is missing or wrong.</exception>
    public static Schedule FromName(string name) =>
        double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : Catalog.Make(ScheduleCatalog.Entries, name, "schedule");

    /// <summary>A learning rate that stays.</summary>
    public static implicit operator Schedule(double rate) => new ConstantSchedule(rate);

    /// <summary>The schedule of a name, with settings in brackets.</summary>
    public static implicit operator Schedule(string name) => FromName(name);

    sealed record Custom(Func<long, double> Function) : Schedule
    {
        public override double At(long step) => Function(step);
    }
}
