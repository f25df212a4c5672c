using System.Security.Cryptography;

namespace Thalweg;

/// <summary>
/// The seed of a program's random numbers: initial weights, shuffling, dropout. Two runs that set the same seed first
/// draw the same numbers.
/// </summary>
/// <example><code>RandomSeed.Set(0);   // everything below is the same in every run</code></example>
public static class RandomSeed
{
    static State state = new(FromSystem());

    /// <summary>The seed in force: the one that was set, or the one that was drawn from the system at the start.</summary>
    public static long Current => Volatile.Read(ref state).Seed;

    /// <summary>
    /// Sets the seed, and starts the numbering of streams again: what draws random numbers afterwards, in the same
    /// order, draws the same numbers.
    /// </summary>
    public static void Set(long seed) => Volatile.Write(ref state, new State(seed));

    /// <summary>Remembers the seed and how many streams were handed out, and gives what puts both back.</summary>
    internal static Action Keep()
    {
        var current = Volatile.Read(ref state);
        var (seed, handedOut) = (current.Seed, current.HandedOut);
        return () => Volatile.Write(ref state, new State(seed, handedOut));
    }

    /// <summary>A new stream, numbered by how many were handed out since the seed was set. Safe to call from any thread.</summary>
    internal static RandomStream NextStream()
    {
        var current = Volatile.Read(ref state);
        return new RandomStream(current.Seed, current.NextNumber());
    }

    static long FromSystem()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToInt64(bytes);
    }

    sealed class State(long seed, long handedOut = 0)
    {
        public long Seed => seed;

        public long HandedOut => Interlocked.Read(ref handedOut);

        public long NextNumber() => Interlocked.Increment(ref handedOut) - 1;
    }
}
