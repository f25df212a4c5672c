using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Even with variance 1 / fan in. LeCun et al., 1998, Efficient BackProp.</summary>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("lecun_uniform")]
public sealed record LecunUniform(long? Seed = null) : VarianceScaling(1, FanMode.In, Distribution.Uniform, Seed);
