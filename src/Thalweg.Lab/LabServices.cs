namespace Thalweg.Lab;

/// <summary>What the Lab keeps while it runs.</summary>
sealed class LabServices(LabOptions options) : IAsyncDisposable
{
    int sockets;

    /// <summary>The limits.</summary>
    public LabLimits Limits => options.Limits;

    /// <summary>Is cancelled when the Lab ends.</summary>
    public CancellationTokenSource Ending { get; } = new();

    /// <summary>Counts a socket in, if there is room.</summary>
    public bool EnterSocket()
    {
        if (Interlocked.Increment(ref sockets) <= options.Limits.Sockets)
            return true;
        LeaveSocket();
        return false;
    }

    /// <summary>Counts a socket out.</summary>
    public void LeaveSocket() => Interlocked.Decrement(ref sockets);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Ending.CancelAsync().ConfigureAwait(false);
        Ending.Dispose();
    }
}
