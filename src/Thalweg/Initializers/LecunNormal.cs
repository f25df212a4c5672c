using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Truncated normal with variance 1 / fan in. LeCun et al., 1998, Efficient BackProp.</summary>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("lecun_normal")]
public sealed record LecunNormal(long? Seed = null) : VarianceScaling(1, FanMode.In, Distribution.TruncatedNormal, Seed);
