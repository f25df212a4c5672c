namespace Thalweg.Layers;

/// <summary>Where images have their channels.</summary>
public enum DataFormat
{
    /// <summary>(batch, rows, columns, channels): what kernels work on.</summary>
    ChannelsLast,

    /// <summary>(batch, channels, rows, columns): put in the other order before, and back after.</summary>
    ChannelsFirst,
}
