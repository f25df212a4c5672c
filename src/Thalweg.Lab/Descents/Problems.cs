using System.Reflection;
using Thalweg.Data;
using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Descents;

/// <summary>The objectives that can be descended in the plane, by the names that addresses and messages use.</summary>
static class Problems
{
    /// <summary>The chapter's own objective.</summary>
    const string Chapter = "logistic_regression";

    static readonly Dictionary<string, (string Title, Lazy<Objective> Objective)> Known = new()
    {
        [Chapter] = ("Logistic regression on twenty points", new(Logistic)),
        ["least_squares"] = ("Least squares: a line through iris petals", new(Petals)),
        ["quadratic"] = ("Quadratic bowl, condition 10", new(() => new Quadratic(10))),
        ["ill_conditioned"] = ("Quadratic bowl, condition 100, turned", new(() => new Quadratic(100, Math.PI / 6))),
        ["rosenbrock"] = ("Rosenbrock's valley", new(() => new Rosenbrock())),
        ["beale"] = ("Beale", new(() => new Beale())),
        ["himmelblau"] = ("Himmelblau: four minima", new(() => new Himmelblau())),
        ["rastrigin"] = ("Rastrigin: a minimum at every crossing", new(() => new Rastrigin())),
        ["ackley"] = ("Ackley", new(() => new Ackley())),
        ["styblinski_tang"] = ("Styblinski–Tang", new(() => new StyblinskiTang())),
        ["saddle"] = ("Saddle", new(() => new Saddle())),
        ["monkey_saddle"] = ("Monkey saddle", new(() => new MonkeySaddle())),
        ["ravine"] = ("Ravine", new(() => new Ravine())),
        ["plateau"] = ("Plateau", new(() => new Plateau())),
    };

    /// <summary>The names, the chapter's own objective first.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>What to call it above a figure.</summary>
    public static string Title(string name) => Entry(name).Title;

    /// <summary>The objective of a name.</summary>
    /// <exception cref="Refusal">There is none of that name.</exception>
    public static Objective Find(string name) => Entry(name).Objective.Value;

    /// <summary>Where to look at it.</summary>
    public static Window WindowOf(string name)
    {
        var objective = Find(name);
        if (objective.Window is { } window)
            return window;
        var centre = objective.Minimisers.Count > 0 ? objective.Minimisers[0] : Minimize.NewtonCg(objective.Cost, objective.Start.Cast(DType.Float64)).X;
        double[] at = centre.ToArray<double>();
        return new Window(at[0] - 1.5, at[0] + 1.5, at[1] - 1.5, at[1] + 1.5);
    }

    /// <summary>Where a descent starts when nobody says: the chapter's place for its own objective, elsewhere the objective's.</summary>
    public static double[] StartOf(string name) => name == Chapter ? [1, -3] : Find(name).Start.Cast(DType.Float64).ToArray<double>();

    /// <summary>The known minimisers as pairs of numbers.</summary>
    public static IReadOnlyList<double[]> Minima(string name) => [.. Find(name).Minimisers.Select(point => point.Cast(DType.Float64).ToArray<double>())];

    static (string Title, Lazy<Objective> Objective) Entry(string name) => Known.TryGetValue(name, out var entry)
        ? entry
        : throw Refusal.NotFound($"There is no objective '{name}'. Known: {string.Join(", ", Known.Keys)}.");

    static LogisticRegression Logistic()
    {
        var table = Embedded("two-classes.csv");
        return new LogisticRegression(Columns(table, "x1", "x2"), Column(table, "label"));
    }

    static LeastSquares Petals()
    {
        var table = Embedded("iris.csv");
        var length = Column(table, "petal length (cm)");
        // Lengths about their mean, so that slope and height can be learned at one rate.
        var x = Tensor.Stack([Tensor.Ones(length.Shape, DType.Float64), length - length.Mean()], axis: 1);
        return new LeastSquares(x, Column(table, "petal width (cm)"));
    }

    static Tensor Columns(Table table, params string[] names) => Tensor.Stack([.. names.Select(name => Column(table, name))], axis: 1);

    static Tensor Column(Table table, string name) => Tensor.From(((NumberColumn)table[name]).Values.ToArray());

    /// <summary>A table that is part of the assembly.</summary>
    internal static Table Embedded(string file)
    {
        using var stream = EmbeddedFile(file);
        return Table.ReadCsv(stream);
    }

    /// <summary>A file of the folder data that is part of the assembly.</summary>
    internal static Stream EmbeddedFile(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream("data/" + file) ?? throw new InvalidOperationException($"'{file}' isn't part of the assembly.");
}
