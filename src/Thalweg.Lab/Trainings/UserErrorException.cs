namespace Thalweg.Lab.Trainings;

/// <summary>
/// Something that the user of the command can mend. Its message is one sentence that says what was given, what was
/// expected and how to go on; the command prints it without a stack trace and ends with exit code 2.
/// </summary>
public sealed class UserErrorException : Exception
{
    /// <summary>An error without a sentence; give one.</summary>
    public UserErrorException()
    {
    }

    /// <summary>An error that the sentence explains.</summary>
    public UserErrorException(string message)
        : base(message)
    {
    }

    /// <summary>An error that the sentence explains, and what it came from.</summary>
    public UserErrorException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
