namespace Thalweg.Callbacks;

/// <summary>How much a training says on the console.</summary>
public enum Verbosity
{
    /// <summary>A bar where the console is a terminal, otherwise a line per epoch.</summary>
    Auto,

    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>A bar that fills during each epoch.</summary>
    Bar,

    /// <summary>One line after each epoch.</summary>
    LinePerEpoch,
}
