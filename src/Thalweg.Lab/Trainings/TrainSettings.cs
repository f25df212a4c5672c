namespace Thalweg.Lab.Trainings;

/// <summary>
/// Everything that decides how a training goes. Two trainings with the same settings on the same data give the same
/// weights, bit by bit.
/// </summary>
sealed record TrainSettings
{
    public const string AutoTask = "auto", Classification = "classification", Regression = "regression";

    /// <summary>The file with the table.</summary>
    public string Data { get; init; } = "";

    /// <summary>The column to learn.</summary>
    public string Target { get; init; } = "";

    /// <summary>What kind of target it is: auto until the table has been read.</summary>
    public string Task { get; init; } = AutoTask;

    /// <summary>The units of each hidden layer.</summary>
    public IReadOnlyList<int> Layers { get; init; } = [64, 64];

    public string Activation { get; init; } = "relu";

    public string Optimizer { get; init; } = "adam";

    /// <summary>The learning rate; null for the optimiser's default.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The learning rate as it depends on the step, by the schedule's name with settings; null for one that stays.</summary>
    public string? Schedule { get; init; }

    /// <summary>How the hidden layers' kernels begin, by Keras's name; null for the default.</summary>
    public string? Initializer { get; init; }

    /// <summary>Whether rare classes count as much in the loss as frequent ones; null for no.</summary>
    public bool? BalanceClasses { get; init; }

    /// <summary>The loss by Keras's name; null for the one that suits the task.</summary>
    public string? Loss { get; init; }

    /// <summary>The metrics by Keras's names; null for those that suit the task.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    public int Epochs { get; init; } = 100;

    public int BatchSize { get; init; } = 32;

    /// <summary>The part of the rows that is held back, in [0, 1).</summary>
    public double ValidationSplit { get; init; }

    /// <summary>Whether each input gets mean 0 and standard deviation 1 over the training rows.</summary>
    public bool Standardize { get; init; } = true;

    /// <summary>Columns that are not used.</summary>
    public IReadOnlyList<string> Drop { get; init; } = [];

    public long Seed { get; init; }
}
