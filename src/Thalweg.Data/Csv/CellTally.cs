namespace Thalweg.Data.Csv;

/// <summary>A cell that is not of the type hoped for, and the line it stands on.</summary>
readonly record struct CellFault(string Text, long Line);

/// <summary>What the cells of one column have been found to say.</summary>
struct CellTally
{
    /// <summary>Cells that are not missing.</summary>
    public long Present;

    /// <summary>Those of them that are numbers.</summary>
    public long Numbers;

    /// <summary>Those of them that are booleans.</summary>
    public long Booleans;

    /// <summary>The first that is no number.</summary>
    public CellFault? NotNumber;

    /// <summary>The first that is no boolean; a number is noted only where booleans are expected, to spare the columns of numbers.</summary>
    public CellFault? NotBoolean;

    public void CountNumber()
    {
        Present++;
        Numbers++;
    }

    public void CountBoolean(ReadOnlySpan<char> cell, long line)
    {
        Present++;
        Booleans++;
        NotNumber ??= new CellFault(cell.ToString(), line);
    }

    public void CountText(ReadOnlySpan<char> cell, long line)
    {
        Present++;
        NotNumber ??= new CellFault(cell.ToString(), line);
        NotBoolean ??= new CellFault(cell.ToString(), line);
    }

    /// <summary>Adds the tally of the piece of text that follows, whose lines are counted from <paramref name="firstLine"/>.</summary>
    public void Append(in CellTally next, long firstLine)
    {
        Present += next.Present;
        Numbers += next.Numbers;
        Booleans += next.Booleans;
        NotNumber ??= Moved(next.NotNumber, firstLine);
        NotBoolean ??= Moved(next.NotBoolean, firstLine);
    }

    static CellFault? Moved(CellFault? fault, long lines) => fault is { } found ? found with { Line = found.Line + lines } : null;
}
