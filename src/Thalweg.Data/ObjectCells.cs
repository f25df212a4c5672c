using System.Globalization;

namespace Thalweg.Data;

/// <summary>Columns of values whose types are known only at run time: properties of records, fields of a database.</summary>
static class ObjectCells
{
    /// <summary>
    /// A column of numbers if all values are numbers, of booleans if all are, of text otherwise. <see langword="null"/> and
    /// <see cref="DBNull"/> are missing; without any value the declared type decides.
    /// </summary>
    public static Column ToColumn(string name, IReadOnlyList<object?> values, Type declared)
    {
        var present = values.Where(value => value is not (null or DBNull)).ToArray();
        if (present.Length == 0 ? IsNumber(Nullable.GetUnderlyingType(declared) ?? declared) : present.All(value => IsNumber(value!.GetType())))
        {
            return NumberColumn.Own(name, [.. values.Select(value => value is null or DBNull ? double.NaN : ToDouble(value))]);
        }

        if (present.Length == 0 ? (Nullable.GetUnderlyingType(declared) ?? declared) == typeof(bool) : present.All(value => value is bool))
        {
            return BooleanColumn.Own(name, [.. values.Select(value => value as bool?)]);
        }

        return TextColumn.Own(name, [.. values.Select(value => value is null or DBNull ? null : ToText(name, value))]);
    }

    static bool IsNumber(Type type) => !type.IsEnum && (type == typeof(Half) || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal);

    static double ToDouble(object value) => value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    static string ToText(string name, object value) => value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        Enum => value.ToString()!,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Array => throw new ArgumentException($"Column '{name}' holds {value.GetType().Name} values: a cell is a number, a text or a boolean. Leave the column out, or turn it into several."),
        _ => value.ToString() ?? "",
    };
}
