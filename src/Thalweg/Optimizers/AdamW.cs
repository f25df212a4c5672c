using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adam with weights that decay apart from their gradients, by 0.004 of the learning rate in each step unless <see cref="Optimizer.WeightDecay"/> says otherwise.</summary>
/// <remarks>w ← w − α λ w, then Adam's step. Loshchilov and Hutter, 2019, arXiv 1711.05101; default of λ as Keras.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new AdamW(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.899601
/// </code></example>
[Named("adamw")]
public sealed class AdamW : Adam
{
    /// <summary>With a learning rate; 0.001 where it isn't given.</summary>
    public AdamW(Schedule? learningRate = null) : base(learningRate) => WeightDecay = 0.004;
}
