using Spectre.Console;
using Spectre.Console.Rendering;
using Thalweg.Callbacks;

namespace Thalweg.Cli;

/// <summary>Progress on a terminal: a bar for each training with its time left and its latest numbers.</summary>
sealed class LiveProgress(ProgressContext context) : ProgressDisplay
{
    /// <summary>Shows bars while the work goes on.</summary>
    public static T Show<T>(IAnsiConsole console, Func<ProgressDisplay, T> work) => console.Progress()
        .AutoClear(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn(), new NumbersColumn())
        .Start(context => work(new LiveProgress(context)));

    public override Callback Follow(string name)
    {
        var task = context.AddTask(Markup.Escape(name), autoStart: false);
        return new LambdaCallback
        {
            TrainBegin = training =>
            {
                task.MaxValue = Math.Max(1, training.Epochs * (double)training.StepsPerEpoch);
                task.StartTask();
            },
            BatchEnd = (_, _, _) => task.Increment(1),
            EpochEnd = (_, _, logs) => task.Tag = MetricText.Of(logs),
            TrainEnd = _ => task.StopTask(),
        };
    }

    /// <summary>The latest loss and metrics, which the training leaves with its bar.</summary>
    sealed class NumbersColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(task.Tag as string ?? "");
    }
}
