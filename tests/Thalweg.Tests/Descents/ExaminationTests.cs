using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Tests.Descents.Checks;

namespace Thalweg.Tests.Descents;

[Collection(nameof(RandomSeed))]
public class ExaminationTests
{
    static Examination Of(DiagnosisOptions options, Thalweg.Models.Sequential? model = null)
    {
        model ??= Patient.Network();
        return new Examination(model, model.Compiled("a test"), Patient.X, Patient.Y, options with { Epochs = 2 }, null, default);
    }

    [Fact]
    public void A_fifth_is_held_back_at_random_and_what_stays_keeps_its_order()
    {
        using var examination = Of(new());
        Assert.Equal((160, 40), (examination.Given.X.Shape[0], examination.Given.Held.X.Shape[0]));
        var first = Patient.X[.., ..1].ToArray<float>().ToList();
        var places = examination.Given.X[.., ..1].ToArray<float>().Select(value => first.IndexOf(value)).ToArray();
        Assert.Equal(places.Order(), places);
        Assert.Equal(200, places.Concat(examination.Given.Held.X[.., ..1].ToArray<float>().Select(value => first.IndexOf(value))).Distinct().Count());
    }

    [Fact]
    public void The_last_rows_or_given_ones_are_held_back_as_in_a_training()
    {
        using var split = Of(new() { ValidationSplit = 0.25 });
        Assert.Equal(Patient.X[150..].ToArray<float>(), split.Given.Held.X.ToArray<float>());
        using var given = Of(new() { ValidationData = (Patient.X[..7], Patient.Y[..7]) });
        Assert.Equal((200, 7), (given.Given.X.Shape[0], given.Given.Held.X.Shape[0]));
    }

    [Fact]
    public void Trials_begin_alike_and_leave_nothing_behind()
    {
        var model = Patient.Network();
        using var examination = Of(new(), model);
        var before = model.GetWeights()[0].ToArray<float>();
        var again = examination.Run("again", examination.Given);
        Assert.Equal(examination.Baseline.Losses, again.Losses);
        var changed = examination.Run("changed", examination.Given with { Change = Thalweg.Descents.Checks.ModelChanges.Activation(examination, _ => true, "tanh") });
        Assert.NotEqual(again.Losses, changed.Losses);
        Assert.Equal("relu", ((Dense)model.Layers[0]).Activation.Name);
        Assert.Equal(before, model.GetWeights()[0].ToArray<float>());
    }

    [Fact]
    public void The_last_activation_is_the_models_where_it_stands_last()
    {
        using var examination = Of(new());
        Assert.Equal("softmax", examination.OutputActivation!.Activation.Name);
        Assert.Equal("input 2", examination.InputName(2));
        Assert.Equal(2, examination.Baseline.Hidden.Count);
    }
}
