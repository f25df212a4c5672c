using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>A layer whose output may be penalised.</summary>
interface IActivityRegularized
{
    /// <summary>The penalty on what it computes, divided by the number of samples; none where it isn't given.</summary>
    Regularizer? ActivityRegularizer { get; }
}
