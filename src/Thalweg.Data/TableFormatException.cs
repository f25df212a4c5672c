namespace Thalweg.Data;

/// <summary>A file that can't be read as a table. The message says where, what was found, what was expected and how to mend it.</summary>
public sealed class TableFormatException : FormatException
{
    /// <summary>Reports a fault without a position.</summary>
    public TableFormatException()
        : this("The data can't be read as a table.")
    {
    }

    /// <summary>Reports a fault without a position.</summary>
    public TableFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Reports a fault without a position, and the exception that showed it.</summary>
    public TableFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Reports a fault at a position, which the message names before <paramref name="fault"/>.</summary>
    /// <param name="fault">What was found, what was expected, how to mend it.</param>
    /// <param name="path">The file, or <see langword="null"/> where the text came from elsewhere.</param>
    /// <param name="line">The line where the record starts, from 1; 0 where the fault has no line.</param>
    /// <param name="column">The field in its record, from 1; 0 where the fault concerns the whole line.</param>
    /// <param name="innerException">The exception that showed the fault.</param>
    public TableFormatException(string fault, string? path, long line = 0, int column = 0, Exception? innerException = null)
        : base(Describe(fault, path, line, column), innerException)
    {
        Path = path;
        Line = line;
        Column = column;
    }

    /// <summary>The file, as it was given to the reader; <see langword="null"/> for a stream or a text reader.</summary>
    public string? Path { get; }

    /// <summary>The line, from 1; 0 where the fault has no line. Lines are the file's own: a quoted line break counts.</summary>
    public long Line { get; }

    /// <summary>The field within the line, from 1; 0 where the fault concerns the whole line.</summary>
    public int Column { get; }

    static string Describe(string fault, string? path, long line, int column)
    {
        var where = new List<string>();
        if (path is not null)
        {
            where.Add(System.IO.Path.GetFileName(path));
        }

        if (line > 0)
        {
            where.Add(FormattableString.Invariant($"line {line}"));
        }

        if (column > 0)
        {
            where.Add(FormattableString.Invariant($"column {column}"));
        }

        return where.Count == 0 ? fault : $"{string.Join(", ", where)}: {fault}";
    }
}
