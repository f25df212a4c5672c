using Thalweg.Activations;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Api;

/// <summary>An activation with its derivatives, and what is left of a gradient that passes through many layers of it.</summary>
static class ActivationApi
{
    const int MostPoints = 2001, MostLayers = 200, NormalPoints = 4001;

    /// <summary>The function, its derivatives by differentiation, and products of derivatives.</summary>
    /// <param name="name">The activation by name, with settings in brackets where they aren't the default ones.</param>
    /// <param name="from">The least argument.</param>
    /// <param name="to">The greatest argument.</param>
    /// <param name="points">How many arguments.</param>
    /// <param name="layers">The most layers of the products.</param>
    public static ActivationAnswer Activation(string name, double from = -5, double to = 5, int points = 201, int layers = 10)
    {
        if (points is < 2 or > MostPoints)
            throw Refusal.Bad($"points is {points}; 2 to {MostPoints} are possible.", "points");
        if (layers is < 1 or > MostLayers)
            throw Refusal.Bad($"layers is {layers}; 1 to {MostLayers} are possible.", "layers");
        if (!(from < to && double.IsFinite(to - from)))
            throw Refusal.Bad(FormattableString.Invariant($"The arguments go from {from} to {to}: give finite numbers, the lower first."), "from");
        var activation = Activations.Activation.FromName(name);
        var x = Tensor.Linspace(from, to, points, DType.Float64);
        var (y, first, second) = Derivatives(activation, x);
        var normal = Tensor.Linspace(-6, 6, NormalPoints, DType.Float64);
        var density = (normal.Square() * -0.5).Exp();
        var slopes = Derivatives(activation, normal).First.Abs();
        double typical = ((slopes * density).Sum() / density.Sum()).Item();
        double atZero = Derivatives(activation, Tensor.Of(0.0)).First.Abs().ToArray<double>()[0];
        // The steepest place, wherever it is: in the window or in that of the normal distribution.
        double largest = Math.Max(first.Abs().Max().Item(), slopes.Max().Item());
        return new ActivationAnswer(
            x.ToArray<double>(), y.ToArray<double>(), first.ToArray<double>(), second.ToArray<double>(),
            [.. Enumerable.Range(1, layers).Select(count => new SlopeProduct(count, Math.Pow(largest, count), Math.Pow(typical, count), Math.Pow(atZero, count)))]);
    }

    static (Tensor Y, Tensor First, Tensor Second) Derivatives(Activation activation, Tensor x)
    {
        var y = activation.Apply(x);
        if (y.Shape != x.Shape)
            throw Refusal.Bad($"'{activation.Name}' isn't a function of one number: it gives {y.Shape} for {x.Shape}.", "name");
        // Of softmax and its kin the diagonal alone would be seen: a sum over the others says nothing of one curve.
        if (x.Size > 1 && (activation.Apply(x[..1]) - y[..1]).Abs().Max().Item() > 1e-9)
            throw Refusal.Bad($"'{activation.Name}' looks at all numbers of a row together: it has no curve of its own.", "name");
        var slope = Gradient.Of((Tensor z) => activation.Apply(z).Sum());
        var (first, second) = (slope(x), Gradient.Of((Tensor z) => slope(z).Sum())(x));
        return (y, first, second);
    }
}

/// <summary>An activation at some arguments.</summary>
/// <param name="X">The arguments.</param>
/// <param name="Y">The function.</param>
/// <param name="First">Its derivative.</param>
/// <param name="Second">Its second derivative.</param>
/// <param name="Product">What is left of a gradient behind layers of it.</param>
sealed record ActivationAnswer(double[] X, double[] Y, double[] First, double[] Second, SlopeProduct[] Product);

/// <summary>The product of the derivatives of some layers.</summary>
/// <param name="Layers">How many.</param>
/// <param name="Largest">Where the function is steepest.</param>
/// <param name="Typical">The mean |φ′| of normally distributed arguments, to that power.</param>
/// <param name="AtZero">At 0.</param>
sealed record SlopeProduct(int Layers, double Largest, double Typical, double AtZero);
