using Thalweg.Descents;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents.Checks;

/// <summary>Trainings to be diagnosed: a healthy one, and its parts to plant faults in.</summary>
static class Patient
{
    static readonly Lazy<Diagnosis> Sound = new(() => Of(Network()));

    /// <summary>200 rows of four inputs around three centres.</summary>
    public static readonly Tensor X, Y;

    static Patient()
    {
        var classes = Tensor.RandomChoice(3, 200, stream: new RandomStream(1));
        Y = classes.OneHot(3);
        var centres = Tensor.Of(1.2f, 0, -0.5f, 0.3f, -1, 1, 0.6f, -0.6f, 0, -1.2f, -0.2f, 0.9f).Reshape([3, 4]);
        X = centres.Gather(classes) + 0.8 * Tensor.RandomNormal([200, 4], stream: new RandomStream(2));
    }

    /// <summary>The diagnosis of the healthy training.</summary>
    public static Diagnosis Healthy => Sound.Value;

    public static Tensor Classes => Y.ArgMax(axis: 1);

    /// <summary>4-16-16-3, or other units.</summary>
    public static Sequential Network(
        Optimizer? optimizer = null, Loss? loss = null, string hidden = "relu", string last = "softmax", int[]? units = null, Initializer? kernel = null, int inputs = 4, int outputs = 3)
    {
        RandomSeed.Set(4);
        var model = new Sequential([
            new InputLayer(inputs), .. (units ?? [16, 16]).Select(count => new Dense(count, hidden) { KernelInitializer = kernel ?? "glorot_uniform" }), new Dense(outputs, last)]);
        model.Compile(optimizer ?? new Adam(0.005), loss ?? "categorical_crossentropy");
        return model;
    }

    public static Diagnosis Of(Sequential model, Tensor? x = null, Tensor? y = null, int epochs = 15, DiagnosisOptions? options = null) =>
        model.Diagnose(x ?? X, y ?? Y, (options ?? new DiagnosisOptions()) with { Epochs = epochs });

    /// <summary>The finding of a name, which must be there, with evidence, a remedy, a picture, and an effect for the better.</summary>
    public static Finding Found(Diagnosis diagnosis, string name, bool improved = true)
    {
        Assert.Contains(name, diagnosis.Findings.Select(finding => finding.Name));
        var found = diagnosis.Findings.First(finding => finding.Name == name);
        Assert.NotEmpty(found.Evidence);
        Assert.NotEmpty(found.Remedy.Text);
        Assert.NotEmpty(found.Chart.Lines);
        Assert.All(found.Chart.Lines, line => Assert.Equal(line.X.Count, line.Y.Count));
        Assert.True(found.Effect!.Improved == improved, $"{found.Effect}");
        return found;
    }

    /// <summary>The healthy training hasn't the fault, though it was looked for.</summary>
    public static void NotInHealthy(string name)
    {
        Assert.Contains(name, Healthy.Checked);
        Assert.DoesNotContain(name, Healthy.Findings.Select(finding => finding.Name));
    }
}
