namespace Thalweg.Kernels;

/// <summary>One number to the power of another, of the element types that tensors have.</summary>
static class ScalarPow
{
    public static T Of<T>(T a, T b) where T : unmanaged =>
        typeof(T) == typeof(float) ? (T)(object)MathF.Pow((float)(object)a, (float)(object)b)
        : typeof(T) == typeof(double) ? (T)(object)Math.Pow((double)(object)a, (double)(object)b)
        : (T)(object)Integer((int)(object)a, (int)(object)b);

    /// <summary>Repeated squaring, wrapping on overflow; a negative exponent gives 0, except of ±1.</summary>
    static int Integer(int a, int b)
    {
        if (b < 0)
        {
            return a == 1 ? 1 : a == -1 ? (b % 2 == 0 ? 1 : -1) : 0;
        }
        var result = 1;
        for (; b > 0; b >>= 1, a *= a)
        {
            if ((b & 1) == 1)
            {
                result *= a;
            }
        }
        return result;
    }
}
