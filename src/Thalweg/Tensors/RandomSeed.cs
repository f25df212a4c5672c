using System.Security.Cryptography;

namespace Thalweg;

/// <summary>
/// The seed of a program's random numbers: initial weights, shuffling, dropout. Two runs that set the same seed first
/// draw the same numbers.
/// </summary>
/// <example><code>RandomSeed.Set(0);   // everything below is the same in every run</code></example>
public static class RandomSeed
{
    static readonly Holder program = new(FromSystem());
    static readonly AsyncLocal<Holder?> scope = new();

    /// <summary>The seed in force: the one that was set, or the one that was drawn from the system at the start.</summary>
    public static long Current => Here.State.Seed;

    /// <summary>
    /// Sets the seed, and starts the numbering of streams again: what draws random numbers afterwards, in the same
    /// order, draws the same numbers. Within a <see cref="Scope"/>, of that scope alone.
    /// </summary>
    public static void Set(long seed) => Here.State = new State(seed);

    /// <summary>
    /// A seed of one's own until what is returned is disposed of: for this thread, and whatever it awaits or begins
    /// meanwhile. What goes on elsewhere keeps its seed, so that two trainings side by side, each in a scope, draw the
    /// numbers that they draw alone.
    /// </summary>
    /// <param name="seed">The scope's seed; its streams are numbered from 0, as after <see cref="Set"/>.</param>
    /// <example><code>using (RandomSeed.Scope(7)) model.Fit(x, y, epochs: 10);</code></example>
    public static IDisposable Scope(long seed)
    {
        var own = new Holder(seed) { Outer = scope.Value };
        scope.Value = own;
        return own;
    }

    /// <summary>Remembers the seed and how many streams were handed out, and gives what puts both back.</summary>
    internal static Action Keep()
    {
        var here = Here;
        var (seed, handedOut) = (here.State.Seed, here.State.HandedOut);
        return () => here.State = new State(seed, handedOut);
    }

    /// <summary>A new stream, numbered by how many were handed out since the seed was set. Safe to call from any thread.</summary>
    internal static RandomStream NextStream()
    {
        var current = Here.State;
        return new RandomStream(current.Seed, current.NextNumber());
    }

    static Holder Here => scope.Value ?? program;

    static long FromSystem()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToInt64(bytes);
    }

    /// <summary>Where a seed is in force. A box, so that one that is set further inside is seen by all of its scope.</summary>
    sealed class Holder(long seed) : IDisposable
    {
        State state = new(seed);

        public State State { get => Volatile.Read(ref state); set => Volatile.Write(ref state, value); }

        public Holder? Outer { get; init; }

        public void Dispose()
        {
            if (scope.Value == this)
            {
                scope.Value = Outer;
            }
        }
    }

    sealed class State(long seed, long handedOut = 0)
    {
        public long Seed => seed;

        public long HandedOut => Interlocked.Read(ref handedOut);

        public long NextNumber() => Interlocked.Increment(ref handedOut) - 1;
    }
}
