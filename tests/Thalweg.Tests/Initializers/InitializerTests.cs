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
}
