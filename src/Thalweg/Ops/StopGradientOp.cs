namespace Thalweg;

/// <summary>Takes a value out of differentiation.</summary>
public static class StopGradientOp
{
    extension(Tensor x)
    {
        /// <summary>The same values as constants: gradients of what is computed from them don't reach x.</summary>
        public Tensor StopGradient() => x.Detached();
    }
}
