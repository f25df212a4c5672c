using ScottPlot;

namespace Thalweg.Plots;

/// <summary>The colours of a map of losses: deep blue where they are low, white where they are high, so that paths in other colours stand out.</summary>
sealed class Depths : IColormap
{
    static readonly Color Deep = Color.FromHex("#5B92BF"), High = Colors.White;

    /// <inheritdoc/>
    public string Name => "depths";

    /// <summary>The colour of a part of the way from the lowest to the highest, in [0, 1]; white for what is not a number.</summary>
    public Color GetColor(double position)
    {
        double part = double.IsNaN(position) ? 1 : Math.Clamp(position, 0, 1);
        return new Color(Mix(Deep.R, High.R), Mix(Deep.G, High.G), Mix(Deep.B, High.B));

        byte Mix(byte from, byte to) => (byte)Math.Round(from + part * (to - from));
    }
}
