namespace Thalweg;

/// <summary>What a window that moves over an image does at its edges.</summary>
public enum Padding
{
    /// <summary>It stays on the image: of a length n, a window of k gives ⌊(n − k) / stride⌋ + 1 places.</summary>
    Valid,

    /// <summary>It may reach over the edges, beyond which there is nothing: ⌈n / stride⌉ places, the overhang shared out evenly, an odd row or column behind.</summary>
    Same,
}
