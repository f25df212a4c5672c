namespace Thalweg.Data;

/// <summary>What the cells of a <see cref="Column"/> are.</summary>
public enum ColumnType
{
    /// <summary>Double-precision numbers; a missing cell is <see cref="double.NaN"/>.</summary>
    Number,

    /// <summary>Strings; a missing cell is <see langword="null"/>.</summary>
    Text,

    /// <summary><see langword="true"/> or <see langword="false"/>; a missing cell is <see langword="null"/>.</summary>
    Boolean,
}
