namespace Thalweg.Initializers;

/// <summary>What the scale of a weight is reckoned from.</summary>
public enum FanMode
{
    /// <summary>The number of inputs of each unit.</summary>
    In,

    /// <summary>The number of outputs that each input reaches.</summary>
    Out,

    /// <summary>The mean of both.</summary>
    Average,
}

/// <summary>How many inputs and outputs a weight connects.</summary>
static class Fan
{
    /// <summary>
    /// (rows, columns) of a matrix; of a convolution's kernel, its last two lengths times the size of the window; of a
    /// vector, its length twice; of a single number, 1 twice. As Keras.
    /// </summary>
    public static (double In, double Out) Of(Shape shape)
    {
        switch (shape.Rank)
        {
            case 0: return (1, 1);
            case 1: return (shape[0], shape[0]);
            default:
                var window = (double)shape[..^2].Size;
                return (window * shape[^2], window * shape[^1]);
        }
    }
}
