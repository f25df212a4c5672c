using Thalweg.Regularizers;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every regulariser keeps: Keras's recorded penalties and gradients.</summary>
public abstract class RegularizerContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    /// <summary>One with recorded settings.</summary>
    protected abstract Regularizer From(ReferenceNode args);

    [Fact]
    public void Penalties_and_gradients_are_those_of_Keras()
    {
        var file = ReferenceFile.Load("regularizers");
        var cases = file["cases"].Items.Where(node => node["class_name"].Text == ClassName).ToArray();
        Assert.NotEmpty(cases);
        foreach (var node in cases)
        {
            var regularizer = From(node["args"]);
            var (value, gradient) = Gradient.ValueAndGradient(regularizer.Penalty)(file["inputs"][node["input"].Text].Array.ToTensor());
            Assert.Equal(Shape.Scalar, value.Shape);
            Near.Equal(node["value"].Number, value.Item(), 1e-6);
            // Where a penalty doesn't depend on the weights, Keras records no gradient.
            Near.Equal(node["grad"].IsNull ? new double[gradient.Size] : node["grad"].Array.Data, gradient, 1e-6);
        }
    }

    [Fact]
    public void The_name_finds_it()
    {
        var made = From(ReferenceFile.Load("regularizers")["cases"].Items.First(node => node["class_name"].Text == ClassName)["args"]);
        Assert.Equal(made.GetType(), Regularizer.FromName(made.Name).GetType());
    }
}
