namespace Thalweg.Data.Csv;

/// <summary>Takes in the cells of one column from one piece of text, as values of the type expected, and tallies what they are.</summary>
abstract class CellReader(CellGrammar grammar)
{
    CellTally tally;

    /// <summary>What the cells read were, whatever was expected.</summary>
    public ref CellTally Tally => ref tally;

    protected CellGrammar Grammar => grammar;

    /// <summary>A reader for cells expected to be of a type, with room for a number of them.</summary>
    public static CellReader For(ColumnType type, CellGrammar grammar, int capacity) => type switch
    {
        ColumnType.Number => new Numbers(grammar, capacity),
        ColumnType.Boolean => new Booleans(grammar, capacity),
        _ => new Texts(grammar, capacity),
    };

    /// <summary>Takes in the next cell.</summary>
    public abstract void Read(ReadOnlySpan<char> cell, long line);

    /// <summary>The column of what readers of this type have taken in, one piece after the other.</summary>
    public abstract Column Join(string name, IReadOnlyList<CellReader> pieces);

    /// <summary>Classifies a cell that is not a number.</summary>
    protected bool? CountOther(ReadOnlySpan<char> cell, long line)
    {
        if (grammar.IsMissing(cell))
        {
            return null;
        }

        if (CellGrammar.TryBoolean(cell, out var value))
        {
            tally.CountBoolean(cell, line);
            return value;
        }

        tally.CountText(cell, line);
        return null;
    }

    /// <summary>A growing array, whose end is joined to those of the other pieces without a copy in between.</summary>
    abstract class Of<T>(CellGrammar grammar, int capacity) : CellReader(grammar)
    {
        T[] values = GC.AllocateUninitializedArray<T>(Math.Max(capacity, 16));
        int count;

        protected void Add(T value)
        {
            if (count == values.Length)
            {
                Array.Resize(ref values, count * 2);
            }

            values[count++] = value;
        }

        protected static T[] Join(IReadOnlyList<CellReader> pieces)
        {
            var joined = GC.AllocateUninitializedArray<T>(pieces.Sum(piece => ((Of<T>)piece).count));
            var end = 0;
            foreach (Of<T> piece in pieces)
            {
                piece.values.AsSpan(0, piece.count).CopyTo(joined.AsSpan(end));
                end += piece.count;
            }

            return joined;
        }
    }

    sealed class Numbers(CellGrammar grammar, int capacity) : Of<double>(grammar, capacity)
    {
        public override void Read(ReadOnlySpan<char> cell, long line)
        {
            if (Grammar.TryNumber(cell, out var value))
            {
                Tally.CountNumber();
            }
            else
            {
                CountOther(cell, line);
                value = double.NaN;
            }

            Add(value);
        }

        public override Column Join(string name, IReadOnlyList<CellReader> pieces) => NumberColumn.Own(name, Join(pieces));
    }

    sealed class Booleans(CellGrammar grammar, int capacity) : Of<bool?>(grammar, capacity)
    {
        public override void Read(ReadOnlySpan<char> cell, long line)
        {
            if (Grammar.TryNumber(cell, out _))
            {
                Tally.CountNumber();
                Tally.NotBoolean ??= new CellFault(cell.ToString(), line);
                Add(null);
            }
            else
            {
                Add(CountOther(cell, line));
            }
        }

        public override Column Join(string name, IReadOnlyList<CellReader> pieces) => BooleanColumn.Own(name, Join(pieces));
    }

    sealed class Texts(CellGrammar grammar, int capacity) : Of<string?>(grammar, capacity)
    {
        /// <summary>Beyond this many different texts a column is taken to hold few repetitions, worth no search.</summary>
        const int MostShared = 4096;

        readonly HashSet<string> shared = new(StringComparer.Ordinal);

        public override void Read(ReadOnlySpan<char> cell, long line)
        {
            if (Grammar.IsMissing(cell))
            {
                Add(null);
                return;
            }

            if (Grammar.TryNumber(cell, out _))
            {
                Tally.CountNumber();
            }
            else
            {
                CountOther(cell, line);
            }

            Add(Share(cell));
        }

        public override Column Join(string name, IReadOnlyList<CellReader> pieces) => TextColumn.Own(name, Join(pieces));

        /// <summary>One string for all the cells that say the same: categories repeat by the thousand.</summary>
        string Share(ReadOnlySpan<char> cell)
        {
            var known = shared.GetAlternateLookup<ReadOnlySpan<char>>();
            if (known.TryGetValue(cell, out var same))
            {
                return same;
            }

            var text = cell.ToString();
            if (shared.Count < MostShared)
            {
                shared.Add(text);
            }

            return text;
        }
    }
}
