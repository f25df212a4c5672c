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

    [Fact]
    public void A_seed_gives_the_same_values_again()
    {
        Near.Equal(Seeded(5).Make([4, 3]), Seeded(5).Make([4, 3]));
        Assert.True(Seeded(5).Make([4, 3]).NotEqual(Seeded(6).Make([4, 3])).Any().Item() == 1);
        Assert.Equal(DType.Float64, Seeded(5).Make([4], DType.Float64).DType);
    }

    [Fact]
    public void The_name_finds_it() => Assert.Equal(Seeded(5).GetType(), Initializer.FromName(Seeded(5).Name).GetType());
}
