using Thalweg.Activations;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every activation of single numbers keeps: that of functions, and Keras's recorded values and gradients.</summary>
public abstract class ActivationContract : UnaryContract
{
    /// <summary>Its name in Keras.</summary>
    protected abstract string Name { get; }

    /// <summary>One with recorded settings.</summary>
    protected virtual Activation From(ReferenceNode args) => Name;

    protected override Tensor Run(Tensor x) => ((Activation)Name).Apply(x);

    [Fact]
    public void Values_and_gradients_are_those_of_Keras()
    {
        var cases = ReferenceFile.Load("activations")["cases"].Items.Where(node => node["name"].Text == Name).ToArray();
        Assert.NotEmpty(cases);
        foreach (var node in cases)
        {
            var activation = From(node["args"]);
            var (y, dx) = Gradient.ValueAndGradient(activation.Apply)(node["x"].Array.ToTensor());
            Near.Equal(node["y"].Array.Data, y, 1e-6, $"{activation} y");
            Near.Equal(node["dx"].Array.Data, dx, 2e-6, $"{activation} dx");
        }
    }

    [Fact]
    public void The_name_finds_it_and_it_knows_its_name()
    {
        Activation activation = Name;
        Assert.Equal(activation, Activation.FromName(activation.Name));
        Assert.IsType(From(ReferenceFile.Load("activations")["cases"].Items.First(node => node["name"].Text == Name)["args"]).GetType(), activation);
    }
}
