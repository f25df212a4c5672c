using System.CommandLine;

namespace Thalweg.Cli;

/// <summary>What the commands on a saved network take.</summary>
static class ModelArgument
{
    /// <summary>The file with the network.</summary>
    public static Argument<string> New() => new("MODEL") { Description = "The network: a .keras file." };

    /// <summary>A table of rows for it.</summary>
    public static Argument<string> Data() => new("DATA") { Description = "The rows: a CSV file with the columns that the network was trained on, in any order." };
}
