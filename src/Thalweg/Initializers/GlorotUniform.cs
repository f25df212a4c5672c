using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Even with variance 2 / (fan in + fan out). Glorot and Bengio, 2010, AISTATS.</summary>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("glorot_uniform")]
public sealed record GlorotUniform(long? Seed = null) : VarianceScaling(1, FanMode.Average, Distribution.Uniform, Seed);
