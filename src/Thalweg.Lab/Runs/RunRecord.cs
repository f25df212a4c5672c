namespace Thalweg.Lab.Runs;

/// <summary>A run as it is kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">train or descent.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Created">When it was asked for, UTC.</param>
/// <param name="State">How it stands.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Summary">Epochs, and the last value of loss and metrics.</param>
/// <param name="Error">Why it failed or was stopped, in a sentence.</param>
sealed record RunRecord(
    long Id, string Kind, string Name, DateTime Created, RunState State, RunSettings Settings, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, double> Summary, string? Error);

/// <summary>How a run stands.</summary>
enum RunState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It waits until it is told to go on.</summary>
    Paused,

    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It was told to stop; it can be resumed.</summary>
    Stopped,

    /// <summary>The Lab ended while it went on; it can be resumed.</summary>
    Interrupted,

    /// <summary>It couldn't go on; the error says why.</summary>
    Failed,
}
