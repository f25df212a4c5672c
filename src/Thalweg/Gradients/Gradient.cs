namespace Thalweg;

/// <summary>Derivatives of functions of tensors, by reverse-mode differentiation. What they return can be differentiated again.</summary>
/// <remarks>
/// A function that isn't scalar is summed first, as if each of its elements counted 1. Where a function has a kink the
/// sub-gradient is the one that Keras and PyTorch choose: 0 for relu and abs at 0, an equal share among equal maxima.
/// An input that the result doesn't depend on has gradient 0.
/// </remarks>
/// <example><code>
/// Tensor Cost(Tensor w) => (w.Square() * a).Sum();
/// var gradient = Gradient.Of(Cost);          // Tensor → Tensor
/// var curvature = Gradient.Of(w => Gradient.Of(Cost)(w).Sum());
/// </code></example>
public static class Gradient
{
    /// <summary>The gradient of f, as a function: ∇f(x), of x's shape.</summary>
    public static Func<Tensor, Tensor> Of(Func<Tensor, Tensor> f) => x => ValueAndGradient(f)(x).Gradient;

    /// <summary>The gradients of a function of two tensors, by each of them.</summary>
    public static Func<Tensor, Tensor, (Tensor A, Tensor B)> Of(Func<Tensor, Tensor, Tensor> f) => (a, b) =>
    {
        var (_, gradients) = ValueAndGradients(inputs => f(inputs[0], inputs[1]), [a, b]);
        return (gradients[0], gradients[1]);
    };

    /// <summary>The gradients of a function of three tensors, by each of them.</summary>
    public static Func<Tensor, Tensor, Tensor, (Tensor A, Tensor B, Tensor C)> Of(Func<Tensor, Tensor, Tensor, Tensor> f) => (a, b, c) =>
    {
        var (_, gradients) = ValueAndGradients(inputs => f(inputs[0], inputs[1], inputs[2]), [a, b, c]);
        return (gradients[0], gradients[1], gradients[2]);
    };

    /// <summary>Value and gradient of f together, for the price of the gradient.</summary>
    public static Func<Tensor, (Tensor Value, Tensor Gradient)> ValueAndGradient(Func<Tensor, Tensor> f) => x =>
    {
        var (value, gradients) = ValueAndGradients(inputs => f(inputs[0]), [x]);
        return (value, gradients[0]);
    };

    /// <summary>Value and gradients of a function of any number of tensors.</summary>
    /// <exception cref="ArgumentException">An input or the result isn't floating.</exception>
    public static (Tensor Value, Tensor[] Gradients) ValueAndGradients(Func<IReadOnlyList<Tensor>, Tensor> f, IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(inputs);
        using var scope = new GradientScope();
        var watched = new Tensor[inputs.Count];
        for (var i = 0; i < watched.Length; i++)
        {
            watched[i] = GradientScope.Watch(Floating(inputs[i], $"input {i}"));
        }
        var value = Floating(f(watched), "the result");
        scope.BeginWalk();
        return (scope.Release(value), GradientWalk.Back(value, Tensor.Ones(value.Shape, value.DType), watched));
    }

    /// <summary>Value and gradients of a computation by the variables that it reads.</summary>
    /// <example><code>var (loss, gradients) = Gradient.Of(() => Loss(model.Call(x), y), model.TrainableWeights);</code></example>
    /// <exception cref="ArgumentException">A variable or the result isn't floating.</exception>
    public static (Tensor Value, Tensor[] Gradients) Of(Func<Tensor> f, IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(variables);
        using var scope = new GradientScope();
        var watched = new Tensor[variables.Count];
        for (var i = 0; i < watched.Length; i++)
        {
            watched[i] = scope.Watch(variables[i]);
            Floating(watched[i], $"variable '{variables[i].Path}'");
        }
        var value = Floating(f(), "the result");
        scope.BeginWalk();
        return (scope.Release(value), GradientWalk.Back(value, Tensor.Ones(value.Shape, value.DType), watched));
    }

    /// <summary>vᵀJ, the product of a vector with the Jacobian of f at x: what a change v of the output asks of the input.</summary>
    /// <exception cref="ArgumentException">v hasn't the shape of f(x).</exception>
    public static (Tensor Value, Tensor Product) VectorJacobianProduct(Func<Tensor, Tensor> f, Tensor x, Tensor v)
    {
        using var scope = new GradientScope();
        var watched = GradientScope.Watch(Floating(x, "the input"));
        var value = Floating(f(watched), "the result");
        if (v.Shape != value.Shape)
        {
            throw new ArgumentException($"The vector has shape {v.Shape}, the function's result {value.Shape}; they must be equal.", nameof(v));
        }
        scope.BeginWalk();
        return (scope.Release(value), GradientWalk.Back(value, v.Cast(value.DType), [watched])[0]);
    }

    /// <summary>All first derivatives, ∂fᵢ/∂xⱼ: the shape of f(x) followed by that of x.</summary>
    public static Func<Tensor, Tensor> Jacobian(Func<Tensor, Tensor> f) => x =>
    {
        using var scope = new GradientScope();
        var watched = GradientScope.Watch(Floating(x, "the input"));
        var value = Floating(f(watched), "the result");
        scope.BeginWalk();
        var rows = new Tensor[value.Size];
        var unit = Tensor.Eye(value.Size, type: value.DType);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = GradientWalk.Back(value, unit[i].Reshape(value.Shape), [watched])[0];
        }
        Shape shape = [.. value.Shape, .. x.Shape];
        return rows.Length == 0 ? Tensor.Zeros(shape, value.DType) : Tensor.Stack(rows).Reshape(shape);
    };

    /// <summary>All second derivatives of a scalar function, ∂²f/∂xᵢ∂xⱼ: x's shape twice.</summary>
    public static Func<Tensor, Tensor> Hessian(Func<Tensor, Tensor> f) => Jacobian(Of(f));

    /// <summary>H·v, the product of the Hessian of f at x with a vector, without forming the Hessian.</summary>
    /// <exception cref="ArgumentException">v hasn't the shape of x.</exception>
    public static Tensor HessianVectorProduct(Func<Tensor, Tensor> f, Tensor x, Tensor v)
    {
        if (v.Shape != x.Shape)
        {
            throw new ArgumentException($"The vector has shape {v.Shape}, the point {x.Shape}; they must be equal.", nameof(v));
        }
        return VectorJacobianProduct(Of(f), x, v).Product;
    }

    /// <summary>Compares the gradient of f at x with central differences, element by element, in Float64.</summary>
    /// <param name="f">The function; a result that isn't scalar is weighted with fixed irregular numbers before it is summed.</param>
    /// <param name="x">Where to compare; away from kinks.</param>
    /// <param name="step">The distance of the differences, relative to max(1, |xᵢ|).</param>
    public static GradientCheck Check(Func<Tensor, Tensor> f, Tensor x, double step = 1e-3) => GradientCheck.Of(f, x, step);

    static Tensor Floating(Tensor x, string what) => x.DType.IsFloating
        ? x
        : throw new ArgumentException($"Gradients are of floating-point numbers, but {what} is {x.DType}. Cast it to Float32 or Float64 first.");
}
