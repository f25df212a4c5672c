using Thalweg.Lab.Data;
using Thalweg.Lab.Runs;

namespace Thalweg.Lab;

/// <summary>What the Lab has while it runs: its folder, its tables, its runs.</summary>
sealed class LabServices : IAsyncDisposable
{
    readonly DataFolder folder;
    int sockets;

    /// <summary>Opens the data folder.</summary>
    public LabServices(LabOptions options)
    {
        Limits = options.Limits;
        folder = DataFolder.Open(options.DataFolder);
        try
        {
            Store = new RunStore(folder.Store);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
        Datasets = new Datasets(folder.Datasets, Limits.Uploads);
        Trainings = new TrainingRuns(Store, Datasets, folder.Runs, Limits);
        Descents = new DescentRuns(Store, Limits, Trainings.Tell);
    }

    /// <summary>The limits.</summary>
    public LabLimits Limits { get; }

    /// <summary>What can be learned from.</summary>
    public Datasets Datasets { get; }

    /// <summary>Where runs are kept.</summary>
    public RunStore Store { get; }

    /// <summary>The trainings that go on.</summary>
    public TrainingRuns Trainings { get; }

    /// <summary>The descents that are kept.</summary>
    public DescentRuns Descents { get; }

    /// <summary>Analyses that may be worked out at once.</summary>
    public SemaphoreSlim Analyses { get; } = new(2, 2);

    /// <summary>Counts a socket in, if there is room.</summary>
    public bool EnterSocket()
    {
        if (Interlocked.Increment(ref sockets) <= Limits.Sockets)
            return true;
        LeaveSocket();
        return false;
    }

    /// <summary>Counts a socket out.</summary>
    public void LeaveSocket() => Interlocked.Decrement(ref sockets);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Descents.DisposeAsync().ConfigureAwait(false);
        await Trainings.DisposeAsync().ConfigureAwait(false);
        Store.Dispose();
        folder.Dispose();
        Analyses.Dispose();
    }
}
