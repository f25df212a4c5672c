using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Truncated normal with variance 2 / (fan in + fan out). Glorot and Bengio, 2010, AISTATS.</summary>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("glorot_normal")]
public sealed record GlorotNormal(long? Seed = null) : VarianceScaling(1, FanMode.Average, Distribution.TruncatedNormal, Seed);
