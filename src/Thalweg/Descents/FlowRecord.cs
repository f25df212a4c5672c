namespace Thalweg.Descents;

/// <summary>How gradients flowed through a model in one step.</summary>
/// <param name="Step">The number of the step since the training began; the first is 0.</param>
/// <param name="Loss">The loss of the step's batch, before the step.</param>
/// <param name="Layers">What each layer with weights showed, from input to output.</param>
/// <param name="NoiseScale">
/// The simple noise scale tr Σ / |G|², in samples, averaged over the steps looked at so far: batches much smaller than that
/// spend steps on noise, much larger ones spend samples for little. NaN where batches have a single row. McCandlish et al.,
/// 2018, arXiv 1812.06162.
/// </param>
public sealed record FlowRecord(int Step, double Loss, IReadOnlyList<LayerFlow> Layers, double NoiseScale);

/// <summary>What one layer showed in one step.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Parameters">How many numbers of it are trained.</param>
/// <param name="GradientNorm">The length of the loss's gradient by its weights.</param>
/// <param name="WeightNorm">The length of its weights before the step.</param>
/// <param name="UpdateNorm">How far the step moved its weights.</param>
/// <param name="Activations">What came out of it (of its activation, where that is a layer of its own), over the batch.</param>
/// <param name="Gradients">The absolute values of the elements of its gradient.</param>
/// <param name="ActivationNorm">The root of the mean square of what came out.</param>
/// <param name="Dead">The fraction of its units that gave 0 for all samples of the batch.</param>
/// <param name="Saturated">The fraction of outputs within 2.5 % of the range from a bound of a bounded activation; 0 for others.</param>
public sealed record LayerFlow(
    string Name, int Parameters, double GradientNorm, double WeightNorm, double UpdateNorm, Histogram Activations, Histogram Gradients, double ActivationNorm, double Dead, double Saturated)
{
    /// <summary>The length of the update as a part of that of the weights; around 10⁻³ in trainings that go well.</summary>
    public double UpdateRatio => UpdateNorm / WeightNorm;

    /// <summary>The root of the mean square of the gradient's elements: comparable between layers of different sizes.</summary>
    public double GradientRms => GradientNorm / Math.Sqrt(Parameters);
}
