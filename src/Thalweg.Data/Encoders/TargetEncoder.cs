using System.Globalization;

namespace Thalweg.Data.Encoders;

/// <summary>What is learnt about a target column, and the tensor that says it.</summary>
sealed class TargetEncoder
{
    /// <summary>The most different whole numbers taken for classes.</summary>
    const int MostClasses = 20;

    TargetEncoder(string column, string[]? classes, string description)
    {
        Column = column;
        Classes = classes;
        Description = description;
    }

    public string Column { get; }

    /// <summary>The class names; none for a quantity.</summary>
    public string[]? Classes { get; }

    public string Description { get; }

    /// <summary>For a target that was fitted before.</summary>
    public static TargetEncoder Of(string column, string[]? classes) =>
        new(column, classes, classes is null ? $"target '{column}': regression" : FormattableString.Invariant($"target '{column}': classification, {classes.Length} classes: {string.Join(", ", classes.Take(MostClasses))}{(classes.Length > MostClasses ? ", …" : "")}"));

    /// <summary>Fits to target cells of which none is missing.</summary>
    /// <exception cref="ArgumentException">There is nothing to learn, or not what was asked for.</exception>
    public static TargetEncoder Fit(Column target, TableTask task)
    {
        if (task == TableTask.Regression || (task == TableTask.Auto && !HoldsClasses(target)))
        {
            return FitQuantity(target);
        }

        var classes = target.ClassNames();
        if (classes.Length < 2)
        {
            throw new ArgumentException($"The target '{target.Name}' is '{classes[0]}' in every row: a classifier needs rows of at least two classes.");
        }

        if (classes.Length > MostClasses && classes.Length > target.Length / 2)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The target '{target.Name}' has {classes.Length} different values in {target.Length} rows, too few rows of each to learn from: ")
                + (target.Type == ColumnType.Number ? "choose regression, or another target." : "choose another target, or group its values."));
        }

        var sizes = Enumerable.Range(0, target.Length).CountBy(row => target.Format(row)!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var list = string.Join(", ", classes.Take(MostClasses).Select(name => FormattableString.Invariant($"{name} ({sizes[name]} rows)")));
        return new TargetEncoder(target.Name, classes, FormattableString.Invariant($"target '{target.Name}': classification, {classes.Length} classes: {list}{(classes.Length > MostClasses ? ", …" : "")}"));
    }

    /// <summary>(rows, classes), one-hot; or (rows, 1).</summary>
    public Tensor Encode(Column target) => Classes is not null
        ? target.ToCategorical(Classes)
        : target.Type == ColumnType.Text
            ? throw new ArgumentException($"The target '{Column}' holds text where the training rows held numbers: read it as numbers (CsvOptions.Types).")
            : new Table(target).ToTensor();

    /// <summary>The rule that <see cref="TableTask.Auto"/> states.</summary>
    static bool HoldsClasses(Column target)
    {
        if (target is not NumberColumn numbers)
        {
            return true;
        }

        var values = numbers.Values.ToArray();
        var different = values.Distinct().Count();
        return Array.TrueForAll(values, double.IsInteger)
            && different <= MostClasses
            && (different <= 2 || different * 5 <= values.Length);
    }

    static TargetEncoder FitQuantity(Column target)
    {
        if (target.Type == ColumnType.Text)
        {
            throw new ArgumentException($"The target '{target.Name}' holds text such as '{target.Format(0)}': regression needs numbers. Choose classification, or another target.");
        }

        var values = (target as NumberColumn ?? ((BooleanColumn)target).ToNumbers()).Values.ToArray();
        var (least, most) = (values.Min(), values.Max());
        return least < most
            ? new TargetEncoder(target.Name, null, string.Create(CultureInfo.InvariantCulture, $"target '{target.Name}': regression, numbers from {least:G6} to {most:G6}"))
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The target '{target.Name}' is {least:G6} in every row: there is nothing to learn."));
    }
}
