using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>
/// A stream of random numbers that can be repeated: each number is a function of the seed, the stream's number and its
/// position alone (Philox 4×32-10), whatever the number of threads and the vector width.
/// </summary>
/// <remarks>
/// Streams of one seed are independent of each other. A stream is not synchronised: give each thread its own.
/// Uniform <c>float</c> values take one 32-bit word each, uniform <c>double</c> and all normal values two, so that
/// filling a span in one call or in several gives the same numbers.
/// </remarks>
/// <param name="seed">The seed that all streams of a program share.</param>
/// <param name="stream">Which of the seed's 2⁶⁴ streams.</param>
public sealed class RandomStream(long seed, long stream = 0)
{
    const int ChunkWords = 256;
    const double ToUnit24 = 1.0 / (1 << 24);
    const double ToUnit53 = 1.0 / (1L << 53);

    // Φ(−2): a normal value falls below its mean by more than two standard deviations with this probability.
    const double TwoSigmaTail = 0.022750131948179207200282637166533437;

    /// <summary>The seed that was given.</summary>
    public long Seed { get; private set; } = seed;

    /// <summary>The number of this stream among those of its seed.</summary>
    public long Stream { get; private set; } = stream;

    /// <summary>
    /// How many 32-bit words have been drawn. Set it to go on where another stream of the same seed and number stopped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public long Position
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value,
            "The position of a random stream counts the words drawn so far: give zero or more.");
    }

    /// <summary>Becomes another stream at the place where it is: what it draws next is what the other would have drawn.</summary>
    public void GoOnFrom(RandomStream other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Seed, Stream, Position) = (other.Seed, other.Stream, other.Position);
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextBits()
    {
        var (x0, x1, x2, x3) = Philox.Block(Key, (ulong)Position / Philox.WordsPerBlock, (ulong)Stream);
        return (Position++ % Philox.WordsPerBlock) switch { 0 => x0, 1 => x1, 2 => x2, _ => x3 };
    }

    /// <summary>A number in 0 … <paramref name="exclusiveMax"/> − 1, each with the same probability.</summary>
    /// <remarks>D. Lemire, "Fast random integer generation in an interval", 2019: a product and a rare rejection.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is not positive.</exception>
    public int Next(int exclusiveMax)
    {
        if (exclusiveMax <= 0)
            throw new ArgumentOutOfRangeException(nameof(exclusiveMax), exclusiveMax,
                "A random number below a bound needs a bound of at least 1.");
        uint bound = (uint)exclusiveMax;
        ulong product = (ulong)NextBits() * bound;
        if ((uint)product < bound)
        {
            uint rejected = (0 - bound) % bound;        // 2³² mod bound: the words that would favour the small results
            while ((uint)product < rejected)
                product = (ulong)NextBits() * bound;
        }
        return (int)(product >> 32);
    }

    /// <summary>Fills <paramref name="destination"/> with numbers spread evenly over [low, high), in steps of (high − low)/2²⁴.</summary>
    /// <exception cref="ArgumentException">The bounds are not finite, or <paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public void Uniform(Span<float> destination, float low = 0, float high = 1)
    {
        RequireInterval(low, high);
        double width = (double)high - low;
        Span<uint> words = stackalloc uint[ChunkWords];
        while (!destination.IsEmpty)
        {
            var chunk = destination[..Math.Min(destination.Length, ChunkWords)];
            Draw(words[..chunk.Length]);
            for (int i = 0; i < chunk.Length; i++)
            {
                float value = (float)(low + width * ((words[i] >> 8) * ToUnit24));
                chunk[i] = value < high ? value : MathF.BitDecrement(high);     // rounding may reach the open end
            }
            destination = destination[chunk.Length..];
        }
    }

    /// <summary>Fills <paramref name="destination"/> with numbers spread evenly over [low, high), in steps of (high − low)/2⁵³.</summary>
    /// <exception cref="ArgumentException">The bounds are not finite, or <paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public void Uniform(Span<double> destination, double low = 0, double high = 1)
    {
        RequireInterval(low, high);
        Fill(destination, new ToUniform(low, high));
    }

    /// <summary>Fills <paramref name="destination"/> with normally distributed numbers, computed in double precision.</summary>
    /// <exception cref="ArgumentException">An argument is not finite, or <paramref name="std"/> is negative.</exception>
    public void Normal(Span<float> destination, float mean = 0, float std = 1)
    {
        RequireSpread(mean, std);
        Fill(destination, new ToNormal(mean, std));
    }

    /// <summary>Fills <paramref name="destination"/> with normally distributed numbers.</summary>
    /// <exception cref="ArgumentException">An argument is not finite, or <paramref name="std"/> is negative.</exception>
    public void Normal(Span<double> destination, double mean = 0, double std = 1)
    {
        RequireSpread(mean, std);
        Fill(destination, new ToNormal(mean, std));
    }

    /// <summary>
    /// Fills <paramref name="destination"/> with normally distributed numbers of which those beyond two standard
    /// deviations were thrown away and drawn again, as Keras's truncated normal does. What remains has a standard
    /// deviation of 0.8796 <paramref name="std"/>.
    /// </summary>
    /// <exception cref="ArgumentException">An argument is not finite, or <paramref name="std"/> is negative.</exception>
    public void TruncatedNormal(Span<float> destination, float mean = 0, float std = 1)
    {
        RequireSpread(mean, std);
        Fill(destination, new ToTruncatedNormal(mean, std));
    }

    /// <inheritdoc cref="TruncatedNormal(Span{float}, float, float)"/>
    public void TruncatedNormal(Span<double> destination, double mean = 0, double std = 1)
    {
        RequireSpread(mean, std);
        Fill(destination, new ToTruncatedNormal(mean, std));
    }

    /// <summary>The numbers 0 … n − 1 in random order, every order with the same probability (Fisher–Yates).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public int[] Permutation(int n)
    {
        if (n < 0)
            throw new ArgumentOutOfRangeException(nameof(n), n, "A permutation needs zero elements or more.");
        return FirstOfPermutation(n, n);
    }

    /// <summary>Draws <paramref name="size"/> of the numbers 0 … n − 1.</summary>
    /// <param name="n">How many numbers there are to choose from.</param>
    /// <param name="size">How many are drawn.</param>
    /// <param name="replace">Whether a number that was drawn can be drawn again.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is nothing to draw from, or not enough of it to draw without replacement.
    /// </exception>
    public int[] Choice(int n, int size, bool replace = true)
    {
        RequireDrawable(n, size, replace, "elements");
        if (!replace)
            return FirstOfPermutation(n, size);
        var chosen = new int[size];
        foreach (ref int index in chosen.AsSpan())
            index = Next(n);
        return chosen;
    }

    /// <summary>Draws <paramref name="size"/> positions of <paramref name="weights"/>, each in proportion to its weight.</summary>
    /// <param name="weights">Finite, not negative, not all zero; they need not sum to 1.</param>
    /// <param name="size">How many are drawn.</param>
    /// <param name="replace">
    /// Whether a position can be drawn again. Without replacement each draw is in proportion to the weights that are
    /// left (P. S. Efraimidis, P. G. Spirakis, "Weighted random sampling with a reservoir", 2006).
    /// </param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or too few are positive.</exception>
    public int[] Choice(ReadOnlySpan<double> weights, int size, bool replace = true)
    {
        int positive = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Weight {i} is {weights[i]}: weights of a choice are finite and not negative."), nameof(weights));
            positive += weights[i] > 0 ? 1 : 0;
        }
        RequireDrawable(positive, size, replace, "positive weights");
        return replace ? ChooseWithReplacement(weights, size) : ChooseWithoutReplacement(weights, size);
    }

    int[] ChooseWithReplacement(ReadOnlySpan<double> weights, int size)
    {
        var cumulative = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            cumulative[i] = sum += weights[i];
        if (!double.IsFinite(sum))
            throw new ArgumentException("The weights' sum is not finite: divide them by their largest.", nameof(weights));

        var chosen = new int[size];
        foreach (ref int index in chosen.AsSpan())
        {
            double target = Unit(NextWord()) * sum;
            int low = 0, high = weights.Length - 1;
            while (low < high)                          // the first position whose cumulative weight exceeds the target
            {
                int middle = (low + high) >>> 1;
                if (cumulative[middle] > target)
                    high = middle;
                else
                    low = middle + 1;
            }
            while (weights[low] == 0)                   // a target rounded up to the sum lands behind the last weight
                low--;
            index = low;
        }
        return chosen;
    }

    int[] ChooseWithoutReplacement(ReadOnlySpan<double> weights, int size)
    {
        // The first arrivals of Poisson processes with these rates come in the order of successive weighted draws.
        var arrivals = new double[weights.Length];
        var order = new int[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            double exponential = -Math.Log(OpenUnit(NextWord()));
            arrivals[i] = weights[i] > 0 ? exponential / weights[i] : double.PositiveInfinity;
            order[i] = i;
        }
        Array.Sort(arrivals, order);
        return order[..size];
    }

    int[] FirstOfPermutation(int n, int size)
    {
        var order = new int[n];
        for (int i = 0; i < n; i++)
            order[i] = i;
        for (int i = 0; i < size && i < n - 1; i++)
        {
            int j = i + Next(n - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return size == n ? order : order[..size];
    }

    void Fill<T, TMap>(Span<T> destination, TMap map)
        where T : IBinaryFloatingPointIeee754<T>
        where TMap : struct, IMap
    {
        Span<uint> words = stackalloc uint[ChunkWords];
        while (!destination.IsEmpty)
        {
            var chunk = destination[..Math.Min(destination.Length, ChunkWords / 2)];
            Draw(words[..(2 * chunk.Length)]);
            for (int i = 0; i < chunk.Length; i++)
                chunk[i] = T.CreateTruncating(map.Value(words[2 * i] | (ulong)words[2 * i + 1] << 32));
            destination = destination[chunk.Length..];
        }
    }

    void Draw(Span<uint> words)
    {
        Philox.Fill(Key, (ulong)Stream, Position, words);
        Position += words.Length;
    }

    ulong Key => (ulong)Seed;

    ulong NextWord() => NextBits() | (ulong)NextBits() << 32;

    static double Unit(ulong word) => (word >> 11) * ToUnit53;

    // The middles of 2⁵³ equal intervals: never 0 nor 1, where the normal quantile and the logarithm are infinite.
    static double OpenUnit(ulong word) => Math.Min((word >> 11) * ToUnit53 + ToUnit53 / 2, 1 - ToUnit53);

    static void RequireInterval(double low, double high)
    {
        if (!(low < high && double.IsFinite(high - low)))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Uniform numbers need finite bounds with low < high; got low = {low}, high = {high}."), nameof(low));
    }

    static void RequireSpread(double mean, double std)
    {
        if (!(std >= 0 && double.IsFinite(std) && double.IsFinite(mean)))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Normal numbers need a finite mean and a finite standard deviation ≥ 0; got mean = {mean}, std = {std}."),
                nameof(std));
    }

    static void RequireDrawable(int available, int size, bool replace, string what)
    {
        if (size < 0)
            throw new ArgumentOutOfRangeException(nameof(size), size, "A choice draws zero elements or more.");
        if (size > 0 && available < (replace ? 1 : size))
            throw new ArgumentOutOfRangeException(nameof(size), size, string.Create(CultureInfo.InvariantCulture,
                $"There are {available} {what} to draw from: draw fewer, or draw with replacement from at least one."));
    }

    /// <summary>How 64 random bits become a number.</summary>
    interface IMap
    {
        double Value(ulong word);
    }

    readonly struct ToUniform(double low, double high) : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Value(ulong word)
        {
            double value = low + (high - low) * Unit(word);
            return value < high ? value : Math.BitDecrement(high);
        }
    }

    readonly struct ToNormal(double mean, double std) : IMap
    {
        public double Value(ulong word) => mean + std * NormalQuantile.Of(OpenUnit(word));
    }

    readonly struct ToTruncatedNormal(double mean, double std) : IMap
    {
        public double Value(ulong word) =>
            mean + std * NormalQuantile.Of(TwoSigmaTail + (1 - 2 * TwoSigmaTail) * OpenUnit(word));
    }
}
