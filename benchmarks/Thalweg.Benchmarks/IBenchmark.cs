namespace Thalweg.Benchmarks;

/// <summary>A comparison that the program runs by name. Every class that implements it is found: a new one needs only its own file.</summary>
interface IBenchmark
{
    /// <summary>The program's first argument that chooses it.</summary>
    string Name { get; }

    /// <summary>What it measures, for the list of benchmarks.</summary>
    string Summary { get; }

    /// <summary>Measures, and writes a report in Markdown.</summary>
    void Run(TextWriter report);
}
