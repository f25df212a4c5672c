namespace Thalweg;

/// <summary>Which numbers are finite, and which are none at all.</summary>
public static class IsFiniteOp
{
    extension(Tensor x)
    {
        /// <summary>Whether an element is neither infinite nor NaN.</summary>
        public Tensor IsFinite() => (x - x).Equal(0);

        /// <summary>Whether an element is NaN.</summary>
        public Tensor IsNaN() => x.NotEqual(x);
    }
}
