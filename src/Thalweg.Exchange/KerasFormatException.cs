namespace Thalweg.Exchange;

/// <summary>A <c>.keras</c> or <c>.weights.h5</c> file that can't be read: what was found, what was expected, and how to mend it.</summary>
public sealed class KerasFormatException : FormatException
{
    /// <summary>Reports a fault without saying which.</summary>
    public KerasFormatException()
        : this("The file can't be read as a Keras model.")
    {
    }

    /// <summary>Reports a fault.</summary>
    public KerasFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Reports a fault, and the exception that showed it.</summary>
    public KerasFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
