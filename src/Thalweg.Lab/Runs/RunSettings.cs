using System.Globalization;
using Microsoft.AspNetCore.Http;
using Thalweg.Catalogs;
using Thalweg.Lab.Http;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Runs;

/// <summary>A training as a page asks for it; what isn't given has the command's default.</summary>
sealed record RunSettings
{
    const int MostEpochs = 10_000, MostLayers = 64, MostUnits = 4096, MostTags = 20, LongestText = 200;

    /// <summary>The data set's name.</summary>
    public string? Dataset { get; init; }

    /// <summary>The column to learn; the data set's own target where it isn't given.</summary>
    public string? Target { get; init; }

    /// <summary>auto, classification or regression.</summary>
    public string? Task { get; init; }

    /// <summary>Units of the hidden layers, separated by commas; empty or none for a linear model.</summary>
    public string? Layers { get; init; }

    /// <summary>The hidden layers' activation.</summary>
    public string? Activation { get; init; }

    /// <summary>How the hidden layers' kernels begin.</summary>
    public string? Initializer { get; init; }

    /// <summary>The optimiser, with settings in brackets.</summary>
    public string? Optimizer { get; init; }

    /// <summary>The learning rate in place of the optimiser's.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The learning rate as a schedule.</summary>
    public string? Schedule { get; init; }

    /// <summary>The loss; the one that suits the task where it isn't given.</summary>
    public string? Loss { get; init; }

    /// <summary>Passes through the training rows.</summary>
    public int? Epochs { get; init; }

    /// <summary>Rows in a step.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Whether inputs get mean 0 and standard deviation 1.</summary>
    public bool? Standardize { get; init; }

    /// <summary>The part of the rows that is held back; 0.2 where it isn't given.</summary>
    public double? Validation { get; init; }

    /// <summary>Decides initial weights and the order of rows.</summary>
    public long? Seed { get; init; }

    /// <summary><c>balanced</c>: rare classes count as much as frequent ones.</summary>
    public string? ClassWeight { get; init; }

    /// <summary>Columns to leave out, separated by commas.</summary>
    public string? Drop { get; init; }

    /// <summary>What to call the run.</summary>
    public string? Name { get; init; }

    /// <summary>Words to find it by.</summary>
    public string[]? Tags { get; init; }

    /// <summary>The same for the training.</summary>
    /// <param name="target">The column that is learned where none was given.</param>
    /// <exception cref="Refusal">Something is out of range.</exception>
    public TrainSettings ToTraining(string target)
    {
        var defaults = new TrainSettings();
        Range(Epochs, 1, MostEpochs, "epochs");
        Range(BatchSize, 1, 1_000_000, "batchSize");
        if (Validation is { } part and not (>= 0 and < 1))
            throw Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"validation is {part}; a number from 0 to below 1 is expected."), "validation");
        if (LearningRate is { } rate and not (> 0 and < double.PositiveInfinity))
            throw Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"learningRate is {rate}; a number above 0 is expected."), "learningRate");
        if (ClassWeight is not (null or "" or "none" or "balanced"))
            throw Refusal.Bad($"classWeight is '{ClassWeight}'; balanced or nothing is expected.", "classWeight");
        if (Task is not (null or "" or TrainSettings.AutoTask or TrainSettings.Classification or TrainSettings.Regression))
            throw Refusal.Bad($"task is '{Task}'; auto, classification or regression is expected.", "task");
        return new TrainSettings
        {
            Data = Dataset ?? "",
            Target = Given(Target) ?? target,
            Task = Given(Task) ?? TrainSettings.AutoTask,
            Layers = Layers is null ? defaults.Layers : Units(Layers),
            Activation = Given(Activation) ?? defaults.Activation,
            Initializer = Given(Initializer),
            Optimizer = Given(Optimizer) ?? defaults.Optimizer,
            LearningRate = LearningRate,
            Schedule = Given(Schedule),
            Loss = Given(Loss),
            Epochs = Epochs ?? defaults.Epochs,
            BatchSize = BatchSize ?? defaults.BatchSize,
            ValidationSplit = Validation ?? 0.2,
            Standardize = Standardize ?? true,
            BalanceClasses = ClassWeight == "balanced" ? true : null,
            Drop = Given(Drop) is { } columns ? [.. SettingText.Split(columns).Select(column => column.Trim())] : [],
            Seed = Seed ?? 0,
        };
    }

    /// <summary>The same with everything that wasn't given filled in, as the training took it.</summary>
    public RunSettings Filled(TrainSettings training) => this with
    {
        Target = training.Target,
        Task = training.Task,
        Layers = string.Join(',', training.Layers),
        Activation = training.Activation,
        Optimizer = training.Optimizer,
        Loss = training.Loss,
        Epochs = training.Epochs,
        BatchSize = training.BatchSize,
        Standardize = training.Standardize,
        Validation = training.ValidationSplit,
        Seed = training.Seed,
    };

    /// <summary>Refuses names and tags that are too long or too many.</summary>
    /// <exception cref="Refusal">They are.</exception>
    public static void RequireWords(string? name, string[]? tags)
    {
        if (name is { Length: > LongestText })
            throw Refusal.Bad($"The name has {name.Length} letters; at most {LongestText} are kept.", "name");
        if (tags is { Length: > MostTags } || (tags ?? []).Any(tag => tag is null or { Length: 0 or > LongestText }))
            throw Refusal.Bad($"At most {MostTags} tags are kept, each of 1 to {LongestText} letters.", "tags");
    }

    /// <summary>Refuses another run where as many are kept as may be.</summary>
    /// <exception cref="Refusal">There are.</exception>
    public static void RequireSpace(int kept, int most)
    {
        if (kept >= most)
            throw new Refusal(StatusCodes.Status409Conflict, $"{most} runs are kept already: delete some first.");
    }

    static int[] Units(string text) => text.Trim() is "" or "none" ? [] : text.Split(',') is var parts && parts.Length <= MostLayers
        ? [.. parts.Select(part => int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int units) && units is >= 1 and <= MostUnits
            ? units
            : throw Refusal.Bad($"layers is '{text}': '{part}' is not a number of units; write whole numbers from 1 to {MostUnits}, separated by commas, as in 64,64.", "layers"))]
        : throw Refusal.Bad($"layers has {parts.Length} layers; at most {MostLayers} are possible.", "layers");

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static void Range(int? value, int least, int most, string field)
    {
        if (value < least || value > most)
            throw Refusal.Bad(FormattableString.Invariant($"{field} is {value}; {least} to {most} is expected."), field);
    }
}
