using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class SampleChecksTests
{
    [Fact]
    public void A_tensor_for_each_input_and_output()
    {
        var model = TwoBranch.Build();
        Refused("has 2 inputs (a, b), but x has 1 tensors", () => SampleChecks.Of(model, [TwoBranch.A], [TwoBranch.Yes, TwoBranch.Which], []));
        Refused("has 2 outputs (o1, o2), but y has 1 tensors", () => SampleChecks.Of(model, [TwoBranch.A, TwoBranch.B], [TwoBranch.Yes], []));
        Refused("there are 3 sampleWeights", () => SampleChecks.Of(model, [TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which], [TwoBranch.Yes, TwoBranch.Yes, TwoBranch.Yes]));
    }

    [Fact]
    public void The_same_rows_in_all()
    {
        var model = TwoBranch.Build();
        Refused("'a' has shape (40, 4) and for 'b' (39, 3)", () => SampleChecks.Of(model, [TwoBranch.A, TwoBranch.B[..39]], [TwoBranch.Yes, TwoBranch.Which], []));
        Refused("y for the output 'o2' (39, 2)", () => SampleChecks.Of(model, [TwoBranch.A, TwoBranch.B], [TwoBranch.Yes, TwoBranch.Which[..39]], []));
        Refused("There are no samples", () => SampleChecks.Of(model, [TwoBranch.A[..0], TwoBranch.B[..0]], [TwoBranch.Yes[..0], TwoBranch.Which[..0]], []));
    }

    [Fact]
    public void What_is_for_one_input_and_output_says_so()
    {
        Refused("Diagnose takes a model with one input and one output", () => SampleChecks.RequireSingle(TwoBranch.Build(), "Diagnose"));
        SampleChecks.RequireSingle(Small.Model(), "Diagnose");
    }

    static void Refused(string words, Action action) => Assert.Contains(words, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
