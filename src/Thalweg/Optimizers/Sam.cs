using Thalweg.Catalogs;

namespace Thalweg.Optimizers;

/// <summary>Sharpness-aware minimisation: gradients are taken where the loss is worst nearby, so that flat valleys are preferred.</summary>
/// <remarks>
/// e = ρ g / ‖g‖ over all weights; another optimiser steps against the gradient at w + e. Foret et al., 2021, arXiv 2010.01412. Each step
/// takes two gradients, and needs the loss: train with Fit or <see cref="Optimizer.Minimize"/>; Apply alone is the step of the optimiser inside.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Sam(new Sgd(0.1), rho: 0.05).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.79
/// </code></example>
/// <param name="inner">The optimiser that takes the steps.</param>
/// <param name="rho">How far away, ρ.</param>
[Named("sam")]
public sealed class Sam(Optimizer inner, double rho = 0.05) : WrappedOptimizer(inner)
{
    /// <summary>How far away the gradient is taken.</summary>
    public double Rho { get; } = Require.NotNegative(rho);

    /// <inheritdoc/>
    public override Tensor Minimize(Func<Tensor> loss, IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(variables);
        var (value, first) = Gradient.Of(loss, variables);
        var scale = Rho / (first.Select(g => g.Square().Sum()).Aggregate((a, b) => a + b).Sqrt() + 1e-12);
        Tensor[] here = [.. variables.Select(variable => variable.Value)];
        IReadOnlyList<Tensor> there;
        try
        {
            for (var i = 0; i < here.Length; i++)
            {
                variables[i].Assign(here[i] + first[i] * scale);
            }
            there = Gradient.Of(() => ScaleLoss(loss()), variables).Gradients;
        }
        finally
        {
            for (var i = 0; i < here.Length; i++)
            {
                variables[i].Assign(here[i]);
            }
        }
        Apply(variables, there);
        return value;
    }
}
