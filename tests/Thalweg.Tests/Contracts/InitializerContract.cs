using Thalweg.Initializers;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every random initialiser keeps: the statistics that Keras's values have, repeatability by seed.</summary>
public abstract class InitializerContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    /// <summary>One with a seed of its own, otherwise with default settings.</summary>
    protected abstract Initializer Seeded(long seed);

    [Fact]
    public void Statistics_are_those_of_Keras()
    {
        var cases = ReferenceFile.Load("initializers")["statistics"].Items.Where(node => node["class_name"].Text == ClassName).ToArray();
        Assert.NotEmpty(cases);
        foreach (var node in cases)
        {
            Shape shape = node["shape"].Array.Integers;
            var values = Seeded(3).Make(shape);
            var std = node["std"].Number;
            // Both are samples: their spreads differ by about 1/√(2n), their means by std·√(2/n).
            Near.Equal(1, values.Std().Item() / std, 5 / Math.Sqrt(shape.Size));
            Assert.True(Math.Abs(values.Mean().Item() - node["mean"].Number) < 6 * std / Math.Sqrt(shape.Size));
            var bounded = values.Abs().Max().Item() / Math.Max(node["max"].Number, -node["min"].Number);
            Assert.InRange(bounded, 0.85, 1.15);
        }
    }

    /// <summary>Kolmogorov and Smirnov: the greatest distance to the law's distribution function, which 1.95 / √n exceeds once in a thousand seeds.</summary>
    [Fact]
    public void Values_follow_the_law()
    {
        Shape shape = [60, 50];
        var initializer = Seeded(3);
        if (Law(initializer, shape) is not { } law)
        {
            return;
        }
        var values = initializer.Make(shape, DType.Float64).Flatten().Sort().ToArray<double>();
        var greatest = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var p = law(values[i]);
            greatest = Math.Max(greatest, Math.Max(p - (double)i / values.Length, (i + 1.0) / values.Length - p));
        }
        Assert.InRange(greatest, 0, 1.95 / Math.Sqrt(values.Length));
    }

    /// <summary>The distribution function of an initialiser's law; null for values that depend on each other.</summary>
    static Func<double, double>? Law(Initializer initializer, Shape shape)
    {
        static double Normal(double x) => 0.5 * (1 + Tensor.Of(x / Math.Sqrt(2)).Erf().Item());
        static double Truncated(double x) => Math.Clamp((Normal(x) - Normal(-2)) / (Normal(2) - Normal(-2)), 0, 1);
        switch (initializer)
        {
            case RandomNormal normal: return x => Normal((x - normal.Mean) / normal.StandardDeviation);
            case TruncatedNormal truncated: return x => Truncated((x - truncated.Mean) / truncated.StandardDeviation);
            case RandomUniform uniform: return x => Math.Clamp((x - uniform.Low) / (uniform.High - uniform.Low), 0, 1);
            case VarianceScaling scaling:
                var (fanIn, fanOut) = Fan.Of(shape);
                var std = Math.Sqrt(scaling.Scale / (scaling.Mode switch { FanMode.In => fanIn, FanMode.Out => fanOut, _ => (fanIn + fanOut) / 2 }));
                return scaling.Distribution switch
                {
                    Distribution.Uniform => x => Math.Clamp(0.5 + x / (2 * Math.Sqrt(3) * std), 0, 1),
                    Distribution.TruncatedNormal => x => Truncated(x / (std / 0.87962566103423978)),
                    _ => x => Normal(x / std),
                };
            default: return null;
        }
    }

    [Fact]
    public void A_seed_gives_the_same_values_again()
    {
        Near.Equal(Seeded(5).Make([4, 3]), Seeded(5).Make([4, 3]));
        Assert.True(Seeded(5).Make([4, 3]).NotEqual(Seeded(6).Make([4, 3])).Any().Item() == 1);
        Assert.Equal(DType.Float64, Seeded(5).Make([4, 2], DType.Float64).DType);
    }

    [Fact]
    public void The_name_finds_it() => Assert.Equal(Seeded(5).GetType(), Initializer.FromName(Seeded(5).Name).GetType());
}
