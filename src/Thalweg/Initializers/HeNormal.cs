using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Truncated normal with variance 2 / fan in. He et al., 2015, arXiv 1502.01852.</summary>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("he_normal")]
public sealed record HeNormal(long? Seed = null) : VarianceScaling(2, FanMode.In, Distribution.TruncatedNormal, Seed);
