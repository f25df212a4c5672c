using Thalweg.Kernels;

namespace Thalweg;

/// <summary>How many threads computations share. Results don't depend on it, to the last bit.</summary>
public static class Threads
{
    /// <summary>
    /// How many threads work on one computation, the calling one included. At first the value of the environment variable
    /// THALWEG_THREADS, or the number of cores (of hardware threads, where the system doesn't tell them apart). Small
    /// computations stay on the calling thread. In a browser it is always 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">THALWEG_THREADS isn't a whole number from 1 up.</exception>
    /// <example><code>Threads.Count = 1;   // leave the other cores to the rest of the program</code></example>
    public static int Count
    {
        get => ThreadTeam.Count;
        set => ThreadTeam.Count = value;
    }
}
