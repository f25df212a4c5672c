using System.Globalization;
using Thalweg.Catalogs;

namespace Thalweg.Cli;

/// <summary>The settings that both commands have as options, and that <c>--vary</c> knows.</summary>
static class SettingCatalog
{
    /// <summary>A new set of options, in the order of the help.</summary>
    public static IReadOnlyList<Setting> New() =>
    [
        new("task", "auto|classification|regression",
            "What the target is. auto: classification for text, true/false and few different whole numbers; regression for other numbers. Default: auto.",
            (settings, text) => settings with { Task = OneOf("task", text, TrainSettings.AutoTask, TrainSettings.Classification, TrainSettings.Regression) }),
        new("layers", "N,N,…",
            "Units of the hidden layers, separated by commas (in --vary by x, as in 64x64); none for a linear model. Default: 64,64.",
            (settings, text) => settings with { Layers = Layers(text) }),
        new("activation", "NAME", "Activation of the hidden layers, by Keras's name: relu, tanh, gelu, … Default: relu.",
            (settings, text) => settings with { Activation = text }),
        new("optimizer", "NAME", "By name, with settings in brackets where they aren't the default ones: adamw, \"sgd(learning_rate=0.1, momentum=0.9)\"; 'thalweg list optimizers' names them. Default: adam.",
            (settings, text) => settings with { Optimizer = text }),
        new("learning-rate", "R", "Step size. Default: the optimizer's own (adam 0.001, sgd 0.01).",
            (settings, text) => settings with { LearningRate = Real("learning-rate", text, value => value > 0, "a number above 0") }),
        new("loss", "NAME",
            "By name, as categorical_crossentropy or huber(delta=2); 'thalweg list losses' names them. Default: categorical_crossentropy for classes, mse for numbers.",
            (settings, text) => settings with { Loss = text }),
        new("metrics", "NAME,…", "What is measured beside the loss, as accuracy or auc(curve=PR); none for nothing; 'thalweg list metrics' names them. Default: accuracy for classes, mae for numbers.",
            (settings, text) => settings with { Metrics = Names(text) }),
        new("epochs", "N", "Passes through the training rows. Default: 100.",
            (settings, text) => settings with { Epochs = Whole("epochs", text, 1) }),
        new("batch-size", "N", "Rows in a step. Default: 32.",
            (settings, text) => settings with { BatchSize = Whole("batch-size", text, 1) }),
        new("validation-split", "P", "Part of the shuffled rows to hold back and to measure on after each epoch, as 0.2. Default: 0.",
            (settings, text) => settings with { ValidationSplit = Real("validation-split", text, value => value is >= 0 and < 1, "a number from 0 to below 1") }),
        new("standardize", "true|false",
            "Give each input mean 0 and standard deviation 1, as measured on the training rows alone. Default: true.",
            (settings, text) => settings with { Standardize = OneOf("standardize", text, "true", "false") == "true" }),
        new("drop", "COLUMN", "Leave this column out; can be given several times.",
            (settings, text) => settings with { Drop = [.. settings.Drop, text] }) { Repeatable = true },
        new("seed", "N", "Decides initial weights, the order of rows and dropout: the same seed gives the same weights, bit by bit. Default: 0.",
            (settings, text) => settings with { Seed = Seed(text) }),
    ];

    static int[] Layers(string text)
    {
        if (text.Trim() is "" or "none")
            return [];
        return [.. text.Split(',', 'x').Select(part => int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int units) && units >= 1
            ? units
            : throw new UserErrorException($"--layers {text}: '{part}' is not a number of units; write whole numbers from 1, separated by commas, as in 256,256,256."))];
    }

    static string[] Names(string text) =>
        text.Trim() is "" or "none" ? [] : [.. SettingText.Split(text).Select(name => name.Trim()).Where(name => name.Length > 0)];

    static int Whole(string name, string text, int least) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least
            ? value
            : throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"--{name} {text}: expected a whole number from {least}."));

    static double Real(string name, string text, Func<double, bool> allowed, string expected) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && allowed(value)
            ? value
            : throw new UserErrorException($"--{name} {text}: expected {expected}, with a point for the decimals.");

    static long Seed(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw new UserErrorException($"--seed {text}: expected a whole number.");

    static string OneOf(string name, string text, params string[] choices) =>
        choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserErrorException($"--{name} {text}: expected {string.Join(" or ", choices)}.");
}
