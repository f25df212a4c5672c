using Thalweg.Catalogs;

namespace Thalweg.Cli;

/// <summary>How the command answers a name that it doesn't know: with what it may have meant, and with what there is.</summary>
static class Guess
{
    /// <summary>A sentence such as: there is no column 'specie'; did you mean 'species'? Known: species, island.</summary>
    public static string Unknown(string kind, string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string near = NearestName.Of(name, names) is { } guess ? $"did you mean '{guess}'? Known" : "known";
        return $"there is no {kind} '{name}'; {near}: {string.Join(", ", names)}.";
    }
}
