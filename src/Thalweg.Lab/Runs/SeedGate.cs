namespace Thalweg.Lab.Runs;

/// <summary>
/// The seed of random numbers belongs to the whole program: one training at a time may set it and draw from it. Once its first
/// step is done a training has its own streams, and lets the next one in.
/// </summary>
static class SeedGate
{
    static readonly Lock Gate = new();

    /// <summary>Waits for the seed; whoever has it gives it back on the same thread.</summary>
    public static Holder Enter()
    {
        var holder = new Holder();
        holder.Enter();
        return holder;
    }

    /// <summary>Has the seed from <see cref="Enter"/> until it is disposed of, which may happen more than once.</summary>
    public sealed class Holder : IDisposable
    {
        bool held;

        /// <summary>Waits for the seed.</summary>
        public void Enter()
        {
            Gate.Enter();
            held = true;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (!held)
                return;
            held = false;
            Gate.Exit();
        }
    }
}
