namespace Thalweg.Exchange;

/// <summary>How weights in a file find their layers.</summary>
public enum WeightMatching
{
    /// <summary>By their places, which count layers of each class: all must fit.</summary>
    Topology,

    /// <summary>By the names of layers: those that fit are loaded, the others are reported.</summary>
    Name,
}
