namespace Thalweg.Exchange;

/// <summary>A safetensors file that can't be read: what was found, what was expected, and how to mend it.</summary>
public sealed class SafeTensorsFormatException : FormatException
{
    /// <summary>Reports a fault without saying which.</summary>
    public SafeTensorsFormatException()
        : this("The file can't be read as safetensors.")
    {
    }

    /// <summary>Reports a fault.</summary>
    public SafeTensorsFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Reports a fault, and the exception that showed it.</summary>
    public SafeTensorsFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
