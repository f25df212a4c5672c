using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Shampoo: gradients of a matrix are preconditioned from both sides, by the roots of the sums of g gᵀ and gᵀ g: Adagrad that knows of rows and columns.</summary>
/// <remarks>
/// L ← L + g gᵀ, R ← R + gᵀ g (both ε I at first), u = L^(−1/4) g R^(−1/4), m ← μ m + u, w ← w − α m. Vectors: u = g / √(Σ g² + ε).
/// Weights of more axes are matrices of (all but the last, last). Gupta, Koren and Singer, 2018, arXiv 1802.09568. The roots are worked out
/// in every step: for matrices of up to some hundreds.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.From(new float[,] { { 1, 0 }, { 0, 2 } }));
/// new Shampoo(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value[0, 0].Item()     // 0.900001
/// </code></example>
/// <param name="learningRate">α; 0.1 where it isn't given.</param>
[Named("shampoo")]
public sealed class Shampoo(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.1)
{
    /// <summary>Which part of the last update is kept, μ in [0, 1).</summary>
    public double Momentum { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>What the sums begin with on their diagonals, ε.</summary>
    public double Epsilon { get; init => field = Require.Positive(value); } = 1e-4;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        Tensor u;
        if (w.Rank < 2)
        {
            u = g / slots.From("accumulator", Epsilon).Set(a => a + g.Square()).Sqrt();
        }
        else
        {
            var matrix = g.Reshape([-1, w.Shape[^1]]);
            var left = slots.Diagonal("left", matrix.Shape[0], Epsilon).Set(l => l + matrix.MatMul(matrix.SwapAxes()));
            var right = slots.Diagonal("right", matrix.Shape[1], Epsilon).Set(r => r + matrix.SwapAxes().MatMul(matrix));
            u = InverseRoot.Fourth(left).MatMul(matrix).MatMul(InverseRoot.Fourth(right)).Reshape(w.Shape);
        }
        return w - step.LearningRate * (Momentum == 0 ? u : slots["momentum"].Set(m => m * Momentum + u));
    }
}
