using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Muon: the momentum of each matrix is made nearly orthogonal, so that the step has the same size in all its directions.</summary>
/// <remarks>
/// m ← μ m + g; Nesterov's u = g + μ m; five Newton–Schulz steps X ← a X + (b X Xᵀ + c (X Xᵀ)²) X from u / ‖u‖ bring its singular
/// values near 1; w ← w − α · rate · √max(rows, columns) · X. Weights that aren't matrices, embeddings and the layers named in
/// <see cref="ExcludeLayers"/> take AdamW's step. Jordan et al., 2024; with the scale of Liu et al., 2025, arXiv 2502.16982. Defaults as Keras 3.15.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.From(new float[,] { { 1, 0 }, { 0, 2 } }));
/// new Muon(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value[0, 0].Item()     // 0.968087
/// </code></example>
[Named("muon")]
public sealed class Muon : Optimizer
{
    /// <summary>With a learning rate; 0.001 where it isn't given.</summary>
    public Muon(Schedule? learningRate = null) : base(learningRate ?? 0.001) => WeightDecay = 0.004;

    /// <summary>β₁ of AdamW's step.</summary>
    public double AdamBeta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>β₂ of AdamW's step.</summary>
    public double AdamBeta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>ε of AdamW's step.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <summary>Weight decay where AdamW's step is taken; none where it is null.</summary>
    public double? AdamWeightDecay { get; init; } = 0.004;

    /// <summary>What the learning rate is multiplied by where AdamW's step is taken.</summary>
    public double AdamLrRatio { get; init => field = Require.NotNegative(value); } = 1;

    /// <summary>Parts of the names of weights that take AdamW's step, such as the output layer's.</summary>
    public IReadOnlyList<string> ExcludeLayers { get; init; } = [];

    /// <summary>Whether weights called embedding take AdamW's step.</summary>
    public bool ExcludeEmbeddings { get; init; } = true;

    /// <summary>The coefficient a of the iteration.</summary>
    public double MuonA { get; init; } = 3.4445;

    /// <summary>The coefficient b of the iteration.</summary>
    public double MuonB { get; init; } = -4.775;

    /// <summary>The coefficient c of the iteration.</summary>
    public double MuonC { get; init; } = 2.0315;

    /// <summary>Which part of the momentum stays, μ in [0, 1).</summary>
    public double Momentum { get; init => field = Require.InUnitInterval(value); } = 0.95;

    /// <summary>How many steps the iteration takes.</summary>
    public int NsSteps { get; init => field = Require.Positive(value); } = 5;

    /// <summary>Whether the step looks ahead along the momentum.</summary>
    public bool Nesterov { get; init; } = true;

    /// <summary>The root mean square that an update has, over the learning rate; the plain step where it is null.</summary>
    public double? RmsRate { get; init; } = 0.2;

    /// <inheritdoc/>
    protected internal override double? DecayOf(Variable variable) => base.DecayOf(variable) is { } decay ? TakesAdam(variable) ? AdamWeightDecay : decay : null;

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            var (w, g, step, slots) = (draft.Weights[i], draft.Gradients[i], draft.StepOf(i), draft.SlotsOf(i));
            draft.Weights[i] = TakesAdam(draft.Variables[i]) ? AdamStep(w, g, step, slots) : Update(w, g, step, slots);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m + (g + m * (Momentum - 1)));
        var u = Orthogonal(Nesterov ? g + m * Momentum : m);
        var scale = RmsRate is { } rate ? rate * Math.Sqrt(Math.Max(w.Shape[0], w.Shape[1])) : 1;
        return w - u * step.LearningRate * scale;
    }

    bool TakesAdam(Variable variable) =>
        variable.Shape.Rank is < 2 or > 3
        || ExcludeEmbeddings && variable.Path.Contains("embedding", StringComparison.OrdinalIgnoreCase)
        || ExcludeLayers.Any(part => variable.Path.Contains(part, StringComparison.Ordinal));

    Tensor AdamStep(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m + (g - m) * (1 - AdamBeta1));
        var v = slots["velocity"].Set(v => v + (g.Square() - v) * (1 - AdamBeta2));
        var α = step.LearningRate * AdamLrRatio * (1 - step.Power(AdamBeta2)).Sqrt() / (1 - step.Power(AdamBeta1));
        return w - m * α / (v.Sqrt() + Epsilon);
    }

    /// <summary>The matrix with its singular values near 1; the wide side last, so that the smaller product is taken.</summary>
    Tensor Orthogonal(Tensor x)
    {
        var isTall = x.Shape[^2] > x.Shape[^1];
        x = isTall ? x.SwapAxes() : x;
        x /= x.Square().Sum([-2, -1], keepDims: true).Sqrt() + 1e-7;
        for (var i = 0; i < NsSteps; i++)
        {
            var square = x.MatMul(x.SwapAxes());
            x = x * MuonA + (square * MuonB + (square * MuonC).MatMul(square)).MatMul(x);
        }
        return isTall ? x.SwapAxes() : x;
    }
}
