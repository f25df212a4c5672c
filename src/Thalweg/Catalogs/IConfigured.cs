namespace Thalweg.Catalogs;

/// <summary>Something that can say what it is made of, so that it can be made again: in a file, in another program.</summary>
public interface IConfigured
{
    /// <summary>Its class and all its settings; null for something of one's own that no name finds.</summary>
    Configuration? Configuration { get; }
}
