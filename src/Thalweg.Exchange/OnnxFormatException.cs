namespace Thalweg.Exchange;

/// <summary>A ONNX file that can't be read: what was found, what was expected, and how to mend it.</summary>
public sealed class OnnxFormatException : FormatException
{
    /// <summary>Reports a fault without saying which.</summary>
    public OnnxFormatException()
        : this("The file can't be read as ONNX.")
    {
    }

    /// <summary>Reports a fault.</summary>
    public OnnxFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Reports a fault, and the exception that showed it.</summary>
    public OnnxFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
