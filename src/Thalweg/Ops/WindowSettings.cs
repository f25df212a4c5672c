using Thalweg.Kernels;

namespace Thalweg;

/// <summary>How the settings of a window become one on an image of a known size.</summary>
static class WindowSettings
{
    /// <summary>The window, and how many places it has down and across.</summary>
    /// <exception cref="ArgumentException">A number isn't positive, there are not one or two, or the image is smaller than the window.</exception>
    public static (Window Window, int Down, int Across) Of(
        Shape image, ReadOnlySpan<int> size, ReadOnlySpan<int> strides, ReadOnlySpan<int> dilation, Padding padding, string operation)
    {
        var ((height, width), (strideDown, strideAcross), (dilationDown, dilationAcross)) = (Pair(size, nameof(size)), Pair(strides, nameof(strides)), Pair(dilation, nameof(dilation)));
        var (down, top) = Window.Along(image[1], height, strideDown, dilationDown, padding == Padding.Same);
        var (across, left) = Window.Along(image[2], width, strideAcross, dilationAcross, padding == Padding.Same);
        if (down == 0 || across == 0)
        {
            throw new ArgumentException(
                $"{operation}: a window of {(height - 1) * dilationDown + 1} × {(width - 1) * dilationAcross + 1} has no place on images of {image[1]} × {image[2]} (input shape {image}). "
                + "Make it smaller, or pad with Padding.Same.");
        }
        return (new Window(height, width, strideDown, strideAcross, dilationDown, dilationAcross, top, left), down, across);
    }

    /// <summary>One number for both axes, or one for each; 1 where there is none.</summary>
    public static (int Down, int Across) Pair(ReadOnlySpan<int> numbers, string name)
    {
        foreach (var number in numbers)
        {
            if (number <= 0)
            {
                throw new ArgumentOutOfRangeException(name, number, $"{name} must be positive.");
            }
        }
        return numbers.Length switch
        {
            0 => (1, 1),
            1 => (numbers[0], numbers[0]),
            2 => (numbers[0], numbers[1]),
            _ => throw new ArgumentException($"{name} has {numbers.Length} numbers; one for rows and columns, or one for each, are expected.", name),
        };
    }

    /// <summary>The same as two numbers in a list, as Keras keeps settings.</summary>
    public static IReadOnlyList<int> Two(IReadOnlyList<int> numbers, string name)
    {
        ArgumentNullException.ThrowIfNull(numbers, name);
        var (down, across) = Pair([.. numbers], name);
        return [down, across];
    }

    /// <summary>Floating-point images of (batch, rows, columns, channels).</summary>
    public static Tensor Images(Tensor x, string operation)
    {
        x = x.Floating();
        return x.Rank == 4
            ? x
            : throw new ArgumentException($"{operation} takes images of shape (batch, rows, columns, channels), but got shape {x.Shape}. Reshape them; a grey image has one channel.", nameof(x));
    }
}
