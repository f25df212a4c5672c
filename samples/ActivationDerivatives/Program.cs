using Thalweg;
using Thalweg.Plots;

// Where f′ is near zero, an error that is sent back through the function fades.
ActivationFigure.Of([("tanh", x => x.Tanh()), ("sigmoid", x => x.Sigmoid()), ("ReLU", x => x.Relu())]).SavePng("activations.png");
foreach (var (name, function) in new (string, Func<Tensor, Tensor>)[] { ("tanh", x => x.Tanh()), ("sigmoid", x => x.Sigmoid()), ("ReLU", x => x.Relu()) })
{
    Console.WriteLine(FormattableString.Invariant($"{name}′(3) = {Gradient.Of(function)(Tensor.Of(3.0))[0].Item():0.0000}"));
}
