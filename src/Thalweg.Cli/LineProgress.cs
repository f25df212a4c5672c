using System.Globalization;
using Spectre.Console;
using Thalweg.Callbacks;

namespace Thalweg.Cli;

/// <summary>Progress for output that is a file or a pipe: a line now and then, without control codes.</summary>
sealed class LineProgress(IAnsiConsole console) : ProgressDisplay
{
    const int Lines = 10;

    public override Callback Follow(string name) => new LambdaCallback
    {
        EpochEnd = (training, epoch, logs) =>
        {
            int every = Math.Max(1, training.Epochs / Lines);
            if ((epoch + 1) % every == 0 || epoch + 1 == training.Epochs)
            {
                console.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name}: epoch {epoch + 1} of {training.Epochs}: {MetricText.Of(logs)}"));
            }
        },
    };
}
