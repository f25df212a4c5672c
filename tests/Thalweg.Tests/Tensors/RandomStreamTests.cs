using CsCheck;
using Thalweg.Kernels;

namespace Thalweg.Tests.Tensors;

public class RandomStreamTests
{
    const int Count = 100_000;

    // Kolmogorov and Smirnov: the distance of a sample's distribution from the true one exceeds 1.95/√n once in a thousand.
    static readonly double KolmogorovBound = 1.95 / Math.Sqrt(Count);

    [Fact]
    public void Bits_are_the_words_of_Philox()
    {
        var words = new uint[11];
        Philox.Fill(key: 3, stream: 8, offset: 0, words);
        var stream = new RandomStream(3, 8);
        Assert.Equal(words, words.Select(_ => stream.NextBits()));
        Assert.Equal(words.Length, stream.Position);
    }

    [Fact]
    public void Uniform_floats_fill_the_interval_evenly()
    {
        var x = new float[Count];
        new RandomStream(1).Uniform(x, -3, 5);
        Assert.All(x, value => Assert.InRange(value, -3, MathF.BitDecrement(5)));
        Assert.InRange(KolmogorovDistance(x.Select(v => (double)v), v => (v + 3) / 8), 0, KolmogorovBound);
    }

    [Fact]
    public void Uniform_doubles_fill_the_interval_evenly()
    {
        var x = new double[Count];
        new RandomStream(2).Uniform(x, -3, 5);
        Assert.All(x, value => Assert.InRange(value, -3, Math.BitDecrement(5)));
        Assert.InRange(KolmogorovDistance(x, v => (v + 3) / 8), 0, KolmogorovBound);
    }

    [Fact]
    public void Uniform_never_reaches_the_open_end_by_rounding()
    {
        var x = new float[Count];
        new RandomStream(4).Uniform(x, 1, MathF.BitIncrement(1));
        Assert.All(x, value => Assert.Equal(1f, value));
    }

    [Fact]
    public void Normal_numbers_have_the_normal_distribution()
    {
        var x = new double[Count];
        new RandomStream(3).Normal(x, mean: 10, std: 2);
        var z = x.Select(v => (v - 10) / 2).ToArray();
        Assert.Equal(0, z.Average(), 4 / Math.Sqrt(Count));
        Assert.Equal(1, z.Average(v => v * v), 4 * Math.Sqrt(2.0 / Count));
        Assert.Equal(0, z.Average(v => v * v * v), 4 * Math.Sqrt(15.0 / Count));
        Assert.Equal(3, z.Average(v => v * v * v * v), 4 * Math.Sqrt(96.0 / Count));
        Assert.InRange(KolmogorovDistance(z, Phi), 0, KolmogorovBound);
    }

    [Fact]
    public void Normal_floats_are_the_rounded_normal_doubles()
    {
        var single = new float[1000];
        var twice = new double[1000];
        new RandomStream(6).Normal(single);
        new RandomStream(6).Normal(twice);
        Assert.Equal(twice.Select(v => (float)v), single);
    }

    [Fact]
    public void Truncated_normal_stays_within_two_deviations_and_has_the_known_variance()
    {
        var x = new float[Count];
        new RandomStream(5).TruncatedNormal(x, mean: 1, std: 0.5f);
        Assert.All(x, value => Assert.InRange(value, 0f, 2f));
        double variance = x.Average(v => Math.Pow((v - 1) / 0.5, 2));
        Assert.Equal(0.8796256610342398, Math.Sqrt(variance), 5e-3);     // scipy.stats.truncnorm(-2, 2).std()
        Assert.Equal(1, x.Average(), 5e-3);
    }

    [Fact]
    public void Neighbouring_numbers_and_neighbouring_streams_are_uncorrelated()
    {
        var a = new double[Count];
        var b = new double[Count];
        new RandomStream(7, 0).Normal(a);
        new RandomStream(7, 1).Normal(b);
        Assert.Equal(0, a.Zip(a.Skip(1), (x, y) => x * y).Average(), 4 / Math.Sqrt(Count));
        Assert.Equal(0, a.Zip(b, (x, y) => x * y).Average(), 4 / Math.Sqrt(Count));
    }

    [Fact]
    public void Any_cut_into_calls_gives_the_same_numbers() =>
        Gen.Int[0, 700].Array[0, 5].Sample(lengths =>
        {
            RandomStream whole = new(11), parts = new(11);
            var expected = new float[lengths.Sum()];
            whole.Normal(expected);
            var actual = new float[expected.Length];
            int start = 0;
            foreach (int length in lengths)
            {
                parts.Normal(actual.AsSpan(start, length));
                start += length;
            }
            return expected.SequenceEqual(actual) && whole.Position == parts.Position;
        });

    [Fact]
    public void A_stream_goes_on_from_a_position()
    {
        var stream = new RandomStream(12);
        stream.Uniform(new double[17]);
        var copy = new RandomStream(12) { Position = stream.Position };
        Assert.Equal(stream.NextBits(), copy.NextBits());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Next_gives_each_number_equally_often(int bound)
    {
        var stream = new RandomStream(13);
        var counts = new int[bound];
        for (int i = 0; i < Count; i++)
            counts[stream.Next(bound)]++;
        double expected = (double)Count / bound;
        Assert.All(counts, count => Assert.Equal(expected, count, 4 * Math.Sqrt(expected)));
    }

    [Fact]
    public void Next_is_unbiased_for_a_bound_that_does_not_divide_the_words()
    {
        const int bound = 3 << 29;          // without rejection one third of these results would come twice as often
        var stream = new RandomStream(14);
        int multiplesOfThree = 0;
        for (int i = 0; i < Count; i++)
            multiplesOfThree += stream.Next(bound) % 3 == 0 ? 1 : 0;
        Assert.Equal(Count / 3.0, multiplesOfThree, 4 * Math.Sqrt(Count * 2.0 / 9));
    }

    [Fact]
    public void A_permutation_holds_every_number_once() =>
        Gen.Int[0, 200].Sample(n => new RandomStream(n).Permutation(n).Order().SequenceEqual(Enumerable.Range(0, n)));

    [Fact]
    public void All_orders_are_equally_likely()
    {
        var stream = new RandomStream(15);
        var counts = Enumerable.Range(0, 60_000).CountBy(_ => string.Join(' ', stream.Permutation(4))).ToArray();
        Assert.Equal(24, counts.Length);
        Assert.All(counts, order => Assert.Equal(2500, order.Value, 4 * Math.Sqrt(2500.0)));
    }

    [Fact]
    public void Choice_without_replacement_holds_no_number_twice() =>
        Gen.Int[1, 50].SelectMany(n => Gen.Int[0, n].Select(size => (n, size))).Sample((n, size) =>
        {
            var chosen = new RandomStream(n).Choice(n, size, replace: false);
            return chosen.Length == size && chosen.Distinct().Count() == size && chosen.All(i => i >= 0 && i < n);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Weighted_choice_draws_in_proportion(bool replace)
    {
        var stream = new RandomStream(16);
        double[] weights = [0, 1, 2, 5, 0];
        var counts = new int[weights.Length];
        for (int i = 0; i < 80_000; i++)
            counts[stream.Choice(weights, 1, replace)[0]]++;
        Assert.Equal(0, counts[0] + counts[4]);
        Assert.Equal(10_000, counts[1], 400.0);
        Assert.Equal(20_000, counts[2], 500.0);
        Assert.Equal(50_000, counts[3], 600.0);
    }

    [Fact]
    public void Weighted_choice_without_replacement_follows_the_weights_that_are_left()
    {
        var stream = new RandomStream(17);
        int oneThenTwo = 0;
        for (int i = 0; i < 40_000; i++)
            oneThenTwo += stream.Choice([2.0, 1.0, 1.0], 2, replace: false) is [0, 1] ? 1 : 0;
        Assert.Equal(10_000, oneThenTwo, 400.0);            // 2/4 · 1/2
    }

    [Fact]
    public void Wrong_arguments_are_told()
    {
        var stream = new RandomStream(0);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Next(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Position = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Permutation(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Choice(3, 4, replace: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Choice(0, 1));
        Assert.Throws<ArgumentException>(() => stream.Uniform(new float[1], 2, 2));
        Assert.Throws<ArgumentException>(() => stream.Uniform(new double[1], 0, double.NaN));
        Assert.Throws<ArgumentException>(() => stream.Normal(new float[1], 0, -1));
        Assert.Throws<ArgumentException>(() => stream.Choice([1.0, double.NaN], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Choice([1.0, 0.0], 2, replace: false));
    }

    static double KolmogorovDistance(IEnumerable<double> sample, Func<double, double> distribution)
    {
        var sorted = sample.Order().ToArray();
        return sorted.Select((x, i) => Math.Max(distribution(x) - (double)i / sorted.Length, (i + 1.0) / sorted.Length - distribution(x))).Max();
    }

    /// <summary>The normal distribution function, by its Taylor series, which is fast enough and exact enough below 6.</summary>
    static double Phi(double x)
    {
        double term = x, sum = x;
        for (int k = 1; Math.Abs(term) > 1e-17; k++)
            sum += term *= x * x / (2 * k + 1);
        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    [Fact]
    public void Goes_on_from_the_place_of_another()
    {
        var (other, stream) = (new RandomStream(5, 7) { Position = 11 }, new RandomStream(1));
        stream.GoOnFrom(other);
        Assert.Equal(other.NextBits(), stream.NextBits());
        Assert.Equal((5, 7, 12), (stream.Seed, stream.Stream, stream.Position));
    }
}
