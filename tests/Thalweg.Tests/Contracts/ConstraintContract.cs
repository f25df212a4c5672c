using Thalweg.Constraints;
using Thalweg.Plans;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every constraint keeps: the values that Keras recorded, and a name that finds it with its settings.</summary>
public abstract class ConstraintContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    [Fact]
    public void Values_are_those_of_Keras()
    {
        var file = ReferenceFile.Load("constraints");
        var cases = file["cases"].Items.Where(node => node["class_name"].Text == ClassName).ToArray();
        Assert.NotEmpty(cases);
        foreach (var node in cases)
        {
            var constraint = Constraint.FromName(SettingsText.Of(ClassName, node["args"]));
            var input = file["inputs"][node["input"].Text].Array.ToTensor();
            Near.Equal(node["value"].Array.Data, constraint.Apply(input), 1e-6, $"{constraint} on {node["input"].Text}");
            Assert.Equal(Widths.Bytes(constraint.Apply(input)).ToArray(), Widths.Bytes(Plan.Trace(constraint.Apply)(input)).ToArray());
        }
    }
}
