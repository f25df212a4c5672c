using Spectre.Console;
using Thalweg.Callbacks;

namespace Thalweg.Cli;

/// <summary>How trainings report on the way: bars on a terminal, a few lines in a file, or nothing.</summary>
abstract class ProgressDisplay
{
    /// <summary>Something that hears of a training under this name.</summary>
    public abstract Callback Follow(string name);

    /// <summary>Does work with the display that suits the console.</summary>
    public static T Show<T>(IAnsiConsole console, bool quiet, Func<ProgressDisplay, T> work)
    {
        if (quiet)
            return work(new SilentProgress());
        return console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? LiveProgress.Show(console, work)
            : work(new LineProgress(console));
    }

    sealed class SilentProgress : ProgressDisplay
    {
        public override Callback Follow(string name) => new LambdaCallback();
    }
}
