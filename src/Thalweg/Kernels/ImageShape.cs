namespace Thalweg.Kernels;

/// <summary>
/// What a window meets: images of (rows, columns, channels) with the channels innermost, and how many places it has on each.
/// </summary>
readonly record struct ImageShape(int Images, int Height, int Width, int Channels, int PlacesDown, int PlacesAcross)
{
    /// <summary>Places on one image.</summary>
    public int Places => PlacesDown * PlacesAcross;

    /// <summary>Elements of one image.</summary>
    public nint Size => (nint)Height * Width * Channels;
}
