using System.CommandLine;

namespace Thalweg.Cli;

/// <summary>
/// One setting of a training by its name: an option of the commands (<c>--epochs 50</c>) and a key that can be varied
/// (<c>--vary epochs=50,100</c>), both read by the same function.
/// </summary>
/// <param name="Name">The option's name without dashes.</param>
/// <param name="Value">What stands for its value in the help.</param>
/// <param name="Description">The help, with the default.</param>
/// <param name="With">Settings with the value that the text gives.</param>
sealed record Setting(string Name, string Value, string Description, Func<TrainSettings, string, TrainSettings> With)
{
    /// <summary>Whether the option can be given several times, each adding to the last.</summary>
    public bool Repeatable { get; init; }

    /// <summary>The command line's option.</summary>
    public Option<string[]> Option => field ??= new Option<string[]>("--" + Name)
    {
        HelpName = Value,
        Description = Description,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The settings with what the command line says of this one.</summary>
    public TrainSettings Read(TrainSettings settings, ParseResult parsed)
    {
        string[] texts = parsed.GetValue(Option) ?? [];
        if (texts.Length > 1 && !Repeatable)
            throw new UserErrorException($"--{Name} is given {texts.Length} times ({string.Join(", ", texts)}): give it once.");
        return texts.Aggregate(settings, With);
    }
}
