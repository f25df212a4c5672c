using System.Globalization;

namespace Thalweg.Data.Csv;

/// <summary>What a cell may say: nothing, a number, a truth value.</summary>
sealed class CellGrammar
{
    readonly NumberParser numbers;
    readonly string[] missing;
    readonly bool missingLooksLikeNumber;

    public CellGrammar(NumberFormatInfo format, IEnumerable<string> missingValues)
    {
        numbers = new NumberParser(format);
        missing = [.. missingValues.Select(value => value.Trim()).Distinct(StringComparer.Ordinal)];
        missingLooksLikeNumber = missing.Any(value => numbers.TryParse(value, out _));
    }

    /// <summary>Whether a cell holds no value, spaces aside.</summary>
    public bool IsMissing(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        foreach (var value in missing)
        {
            if (cell.SequenceEqual(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a cell is a number and not, like <c>-999</c> or <c>NaN</c>, one that stands for a missing value.</summary>
    public bool TryNumber(ReadOnlySpan<char> cell, out double value) =>
        numbers.TryParse(cell, out value) && (!missingLooksLikeNumber || !IsMissing(cell));

    /// <summary>Whether a cell is <c>true</c> or <c>false</c>, in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<char> cell, out bool value) => bool.TryParse(cell, out value);
}
