using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Optimizers;

public class AdafactorTests : OptimizerContract
{
    protected override string? ClassName => "Adafactor";

    protected override Optimizer Brisk => new Adafactor(0.3);

    /// <summary>Keras gives row and column means the path of the weight alone, and keeps whole means also for matrices, which don't have them.</summary>
    protected override string? StateName(string recorded) => base.StateName(recorded) is "w" or "b" or "w_velocity" ? null : base.StateName(recorded);

    [Fact]
    public void Row_and_column_means_are_those_of_Keras()
    {
        var file = ReferenceFile.Load("opt_Adafactor");
        var (optimizer, w) = (new Adafactor(), new Variable(file["init"]["w"].Array.ToTensor(), "w"));
        foreach (var gradient in file["grads"].Items)
        {
            optimizer.Apply([w], [Tensor.From(gradient["w"].Array.Floats.AsSpan(), w.Shape)]);
        }
        var recorded = file["cases"][0]["variables"];
        Near.Equal(recorded[2]["value"].Array.Data, optimizer.Remembered(w, "r")!, 1e-6);
        Near.Equal(recorded[3]["value"].Array.Data, optimizer.Remembered(w, "c")!, 1e-6);
    }
}
