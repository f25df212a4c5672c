using Thalweg.Initializers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Initializers;

public class InitializerTests
{
    [Fact]
    public void Deterministic_ones_have_the_values_of_Keras()
    {
        foreach (var node in ReferenceFile.Load("initializers")["deterministic"].Items)
        {
            Initializer? initializer = node["class_name"].Text switch
            {
                "Zeros" => "zeros",
                "Ones" => "ones",
                "Constant" => new Constant(node["args"]["value"].Number),
                _ => null,      // Identity and Orthogonal are not among the library's yet
            };
            if (initializer is not null)
            {
                Near.Equal(node["value"].Array.ToTensor(), initializer.Make(node["value"].Array.Shape));
            }
        }
    }

    [Fact]
    public void A_wrong_name_says_which_was_meant() =>
        Assert.Contains("Did you mean 'he_normal'?", Assert.Throws<ArgumentException>(() => (Initializer)"he_norml").Message, StringComparison.Ordinal);

    [Fact]
    public void Layers_built_for_saved_values_begin_at_0_and_may_not_be_larger_than_allowed()
    {
        var dense = new Thalweg.Layers.Dense(3);
        Initializer.Skip(() => dense.BuildFor([Shape.Unknown, 4]), most: 15);
        Assert.All(dense.Weights[0].Value.ToArray<float>(), value => Assert.Equal(0, value));
        Assert.Contains("larger than", Assert.Throws<ArgumentException>(() => Initializer.Skip(() => new Thalweg.Layers.Dense(3).BuildFor([Shape.Unknown, 4]), most: 14)).Message, StringComparison.Ordinal);
        var after = new Thalweg.Layers.Dense(3);
        after.BuildFor([Shape.Unknown, 4]);
        Assert.Contains(after.Weights[0].Value.ToArray<float>(), value => value != 0);
    }
}
