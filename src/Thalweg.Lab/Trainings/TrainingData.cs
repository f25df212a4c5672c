using System.Globalization;
using Thalweg.Data;

namespace Thalweg.Lab.Trainings;

/// <summary>
/// A table turned into what a network learns from: shuffled by the seed, its last rows held back, encoded and
/// standardised by what the training rows alone show.
/// </summary>
sealed class TrainingData
{
    /// <summary>The encoder describes the target, the rows and the features in general, then each column.</summary>
    const int GeneralNotes = 3;

    const int MostNames = 12;

    TrainingData(TableEncoder encoder, StandardScaler? scaler, IReadOnlyList<string> inputNames, Tensor x, Tensor y, (Tensor X, Tensor Y)? validation, IReadOnlyList<string> notes)
    {
        Encoder = encoder;
        Scaler = scaler;
        InputNames = inputNames;
        X = x;
        Y = y;
        Validation = validation;
        Notes = notes;
    }

    /// <summary>How the rows were encoded: the task, the classes, the features.</summary>
    public TableEncoder Encoder { get; }

    /// <summary>The names of the features.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>How the features were standardised; null where they are as they were.</summary>
    public StandardScaler? Scaler { get; }

    /// <summary>The training rows' features, (rows, features).</summary>
    public Tensor X { get; }

    /// <summary>The training rows' target: one-hot classes, or (rows, 1) numbers.</summary>
    public Tensor Y { get; }

    /// <summary>The rows that were held back, encoded in the same way.</summary>
    public (Tensor X, Tensor Y)? Validation { get; }

    /// <summary>What was inferred and done, in sentences for the user.</summary>
    public IReadOnlyList<string> Notes { get; }

    public bool IsClassification => Encoder.Task == TableTask.Classification;

    /// <summary>Prepares a table for a training with these settings.</summary>
    /// <exception cref="UserErrorException">The table can't be learned from; the message says why.</exception>
    /// <param name="table">The rows.</param>
    /// <param name="settings">How they are used.</param>
    /// <param name="saved">A network that the training goes on with; its encoding is used in place of a new one.</param>
    public static TrainingData Prepare(Table table, TrainSettings settings, SavedModel? saved = null)
    {
        try
        {
            return Encode(table, settings, saved);
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException($"{settings.Data}: {WithoutParameter(fault)}", fault);
        }
    }

    /// <summary>The message as it was written: .NET adds the name of a parameter, which means nothing to the user of a command.</summary>
    public static string WithoutParameter(ArgumentException fault) => fault.ParamName is { } name
        ? fault.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : fault.Message;

    static TrainingData Encode(Table table, TrainSettings settings, SavedModel? saved)
    {
        if (settings.Drop.Contains(settings.Target))
            throw new UserErrorException($"--drop {settings.Target}: that is the target, which can't be left out.");
        var target = table[settings.Target];
        var known = table.Drop(settings.Drop).Where(row => !target.IsMissing(row.Index)).Shuffle(settings.Seed);
        if (known.RowCount < table.RowCount && known.RowCount == 0)
            throw new UserErrorException($"{settings.Data}: no row has a value of the target '{settings.Target}'.");

        int trainingRows = (int)(known.RowCount * (1 - settings.ValidationSplit));
        if (settings.ValidationSplit > 0 && (trainingRows == 0 || trainingRows == known.RowCount))
            throw new UserErrorException(string.Create(CultureInfo.InvariantCulture,
                $"--validation-split {settings.ValidationSplit} leaves {trainingRows} of {known.RowCount} rows to train on and {known.RowCount - trainingRows} to validate on: both need at least one."));
        var (train, held) = (known.Rows(..trainingRows), known.Rows(trainingRows..));

        var encoder = saved?.Encoder ?? TableEncoder.Fit(train, settings.Target, TaskOf(settings.Task));
        var features = encoder.Features(train);
        var scaler = saved?.Scaler;
        if (saved is not null)
            features = scaler?.Apply(features) ?? features;
        else if (settings.Standardize)
            (features, scaler) = features.Standardize();

        (Tensor X, Tensor Y)? validation = null;
        if (held.RowCount > 0)
        {
            var heldFeatures = encoder.Features(held);
            validation = ((scaler?.Apply(heldFeatures) ?? heldFeatures).ToTensor(), encoder.Encode(held).Y);
        }
        return new TrainingData(encoder, scaler, [.. features.Columns.Select(column => column.Name)], features.ToTensor(), encoder.Encode(train).Y, validation, NotesOf(encoder, table, known, held, settings));
    }

    static List<string> NotesOf(TableEncoder encoder, Table table, Table known, Table held, TrainSettings settings)
    {
        List<string> notes = [.. encoder.Describe().Take(GeneralNotes), .. ColumnNotes(encoder, known), .. encoder.Warnings];
        if (known.RowCount < table.RowCount)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"rows without a target: {table.RowCount - known.RowCount}, left out"));
        if (held.RowCount > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"validation rows: {held.RowCount}, held back at random (seed {settings.Seed})"));
        notes.Add(settings.Standardize
            ? "inputs: standardised to mean 0 and standard deviation 1 of the training rows"
            : "inputs: as they are in the table (--standardize false)");
        return notes;
    }

    /// <summary>What becomes of each column; numbers that stay as they are share one line.</summary>
    static IEnumerable<string> ColumnNotes(TableEncoder encoder, Table known)
    {
        var columns = encoder.FeatureColumns.Zip(encoder.Describe().Skip(GeneralNotes)).ToLookup(pair => known[pair.First] is NumberColumn { MissingCount: 0 });
        string[] numbers = [.. columns[true].Select(pair => $"'{pair.First}'")];
        if (numbers.Length > 0)
        {
            string more = numbers.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {numbers.Length - MostNames} more") : "";
            yield return $"numbers: {string.Join(", ", numbers.Take(MostNames))}{more}";
        }
        foreach (var (_, description) in columns[false])
            yield return description;
    }

    static TableTask TaskOf(string task) => task switch
    {
        TrainSettings.Classification => TableTask.Classification,
        TrainSettings.Regression => TableTask.Regression,
        _ => TableTask.Auto,
    };
}
