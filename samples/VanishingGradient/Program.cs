using Thalweg;
using Thalweg.Activations;
using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Plots;
const int Hidden = 10, Units = 64;
var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);
Tensor x = iris.Drop("target").ToTensor(), y = iris["target"].ToCategorical();
x = (x - x.Mean(axis: 0)) / x.Std(axis: 0);
(x, y) = (x[..1], y[..1]);                              // one flower: the chain rule is about one sample
static double Rms(Tensor values) => values.Square().Mean().Sqrt().Item();
IEnumerable<ChartLine> Lines(Activation activation, string initializer)
{
    RandomSeed.Set(0);
    var layers = Enumerable.Range(0, Hidden).Select(_ => new Dense(Units, activation) { KernelInitializer = initializer }).ToArray();
    var model = new Sequential([new InputLayer(4), .. layers, new Dense(3, "softmax")]);
    model.Compile("sgd", "categorical_crossentropy");
    var (inputs, slopes, h) = (new double[Hidden], new double[Hidden], x);
    for (var l = 0; l < Hidden; l++)
    {
        var o = h.MatMul(layers[l].Weights[0]);
        (inputs[l], slopes[l], h) = (Rms(h), Rms(Gradient.Of((Tensor o) => activation.Apply(o))(o)), activation.Apply(o));
    }
    var flow = new GradientFlow();
    model.Fit(x, y, callbacks: [flow], verbose: Verbosity.Silent);
    double[] places = [.. Enumerable.Range(1, Hidden).Select(l => (double)l)], measured = [.. flow.Records[0].Layers.Take(Hidden).Select(layer => layer.GradientRms)], predicted = [.. measured];
    for (var (l, product) = (Hidden - 2, 1.0); l >= 0; l--)
    {
        product *= slopes[l] * Rms(layers[l + 1].Weights[0]) * Math.Sqrt(Units);    // one factor φ′(o)·w of the chain rule
        predicted[l] = measured[^1] * product * inputs[l] / inputs[^1];
    }
    Console.WriteLine(FormattableString.Invariant($"{activation.Name,-8} {initializer,-14} first / last layer: measured {measured[0] / measured[^1]:0.0e+0}, chain rule {predicted[0] / measured[^1]:0.0e+0}"));
    return [new($"{initializer}: measured", places, measured), new($"{initializer}: product of φ′(o)·w", places, predicted)];
}
var figure = ChartFigure.Of([.. new[] { "sigmoid", "tanh", "relu" }.Select(name => new Chart($"{name}: gradient of each layer", "hidden layer", true, [.. Lines(name, "glorot_normal"), .. Lines(name, "he_normal")]))]);
foreach (var panel in figure.Panels) panel.Axes.SetLimitsY(-8, 0);
figure.Save("vanishing-gradient.png");
