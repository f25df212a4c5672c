using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Even with variance 2 / fan in. He et al., 2015, arXiv 1502.01852.</summary>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("he_uniform")]
public sealed record HeUniform(long? Seed = null) : VarianceScaling(2, FanMode.In, Distribution.Uniform, Seed);
