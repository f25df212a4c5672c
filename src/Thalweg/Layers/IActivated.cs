using Thalweg.Activations;

namespace Thalweg.Layers;

/// <summary>A layer that ends in an activation.</summary>
interface IActivated
{
    /// <summary>The activation. A diagnosis puts another in its place for a while, to measure what that would change.</summary>
    Activation Activation { get; set; }
}
