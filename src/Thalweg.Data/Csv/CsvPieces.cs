using Sylvan.Data.Csv;

namespace Thalweg.Data.Csv;

/// <summary>Cuts a CSV text at ends of records, so that its pieces can be read side by side.</summary>
/// <remarks>
/// A line break ends a record unless it stands between quotes, and only a reader from the start knows which quotes open a
/// field: so this one goes through the whole text, at the speed of a search for the next quote.
/// </remarks>
static class CsvPieces
{
    const int Block = 1 << 18;

    /// <summary>Cuts the bytes from an offset to the end into about equal pieces of whole records.</summary>
    /// <returns>The offsets where pieces start, and the end of the text.</returns>
    /// <exception cref="TableFormatException">A quote is never closed.</exception>
    public static IReadOnlyList<long> Split(CsvSource source, long start, CsvDialect dialect, int count)
    {
        var length = source.Length;
        var cuts = new List<long> { start };
        long NextTarget() => cuts.Count < count ? start + (length - start) * cuts.Count / count : long.MaxValue;

        var target = NextTarget();
        var buffer = new byte[Block];
        var (delimiter, quote) = ((byte)dialect.Delimiter, (byte)dialect.Quote);
        var previous = (byte)'\n';      // what stands before the block: the text's start is a field's start too
        var opened = -1L;               // where the quoted field that we are in starts
        var closed = -1L;               // where the last one ended, to tell a doubled quote from a new field
        int read;
        for (var offset = start; (read = source.Read(buffer, offset)) > 0; offset += read)
        {
            var block = buffer.AsSpan(0, read);
            for (var at = 0; at < read;)
            {
                var next = block[at..].IndexOf(quote);
                next = next < 0 ? read : at + next;
                if (opened < 0)
                {
                    CutWithin(block[..next], at, offset);
                }

                if (next < read)
                {
                    var before = next > 0 ? block[next - 1] : previous;
                    if (opened >= 0)
                    {
                        (opened, closed) = (-1, offset + next);
                    }
                    else if (before == delimiter || before is (byte)'\n' or (byte)'\r' || closed == offset + next - 1)
                    {
                        opened = offset + next;
                    }
                }

                at = next + 1;
            }

            previous = block[^1];
        }

        if (opened >= 0)
        {
            throw Unclosed(source, start, opened, dialect);
        }

        cuts.Add(length);
        return cuts;

        // Cuts after the first line break past each target in a stretch without quoted fields.
        void CutWithin(ReadOnlySpan<byte> block, int from, long offset)
        {
            while (target < offset + block.Length)
            {
                var search = (int)Math.Max(from, target - offset);
                var lineEnd = block[search..].IndexOf((byte)'\n');
                if (lineEnd < 0)
                {
                    return;
                }

                from = search + lineEnd + 1;
                if (offset + from < length)
                {
                    cuts.Add(offset + from);
                }

                target = cuts.Count < count && offset + from < length ? Math.Max(NextTarget(), offset + from) : long.MaxValue;
            }
        }
    }

    /// <summary>Places the quote by reading the text up to it: the last field of the last record is the one it opens.</summary>
    static TableFormatException Unclosed(CsvSource source, long start, long opened, CsvDialect dialect)
    {
        var (line, column) = (1L, 1);
        using var text = new StreamReader(source.Slice(start, opened));     // lenient about bytes that are not UTF-8, which are another fault
        using var records = new CsvRecords(text, dialect.Delimiter, dialect.Quote);
        try
        {
            while (records.Read())
            {
                (line, column) = (records.Line, records.FieldCount);
            }

            Span<byte> before = stackalloc byte[1];
            if (opened == start || (source.Read(before, opened - 1) == 1 && before[0] is (byte)'\n' or (byte)'\r'))
            {
                (line, column) = (records.LineCount + 1, 1);
            }
        }
        catch (CsvFormatException fault)
        {
            (line, column) = (records.Line, fault.FieldOrdinal + 1);        // a quote closed too early, which upset those after it
        }

        return new TableFormatException(
            $"the quote {dialect.Quote} that opens this field is never closed: close it, double it if it belongs to the text, or name another quote character (CsvOptions.Quote).",
            source.Path, line, column);
    }
}
