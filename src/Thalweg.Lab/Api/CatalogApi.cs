using System.Globalization;
using System.Reflection;
using System.Text;
using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Initializers;
using Thalweg.Lab.Data;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Languages;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Lab.Api;

/// <summary>Everything that a page can choose from: objectives, optimisers with their settings, activations, data sets and more.</summary>
static class CatalogApi
{
    static readonly Dictionary<string, (double Min, double Max)> Ranges = new()
    {
        ["learning_rate"] = (1e-5, 10),
        ["momentum"] = (0, 0.999),
        ["beta_1"] = (0, 0.999),
        ["beta_2"] = (0, 0.9999),
        ["beta_3"] = (0, 0.9999),
        ["rho"] = (0, 0.999),
        ["dampening"] = (0, 0.999),
        ["epsilon"] = (1e-10, 0.1),
        ["weight_decay"] = (0, 0.1),
    };

    static readonly Lazy<OptimizerLine[]> Optimizers = new(() => [.. Optimizer.Known.Select(line => new OptimizerLine(line.Name, line.Summary, SettingsOf(line.Name)))]);

    /// <summary>The catalog in a reader's language, with the data sets that there are now.</summary>
    public static CatalogAnswer Catalog(IReadOnlyList<DatasetSummary> datasets)
    {
        var language = Translator.Current;
        CatalogLine[] Said(IReadOnlyList<CatalogLine> lines) => [.. lines.Select(line => line with { Summary = language.Say(line.Summary) })];
        return new CatalogAnswer(
            Version,
            [.. Objectives.Value.Select(line => line with { Title = language.Say(line.Title) })],
            [.. Optimizers.Value.Select(line => line with { Summary = language.Say(line.Summary) })],
            Said(Activation.Known), Said(Initializer.Known), Said(Schedule.Known), Said(Loss.Known), Said(Metric.Known), datasets);
    }

    /// <summary>The version of the library.</summary>
    public static string Version { get; } = typeof(CatalogApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    static readonly Lazy<ObjectiveLine[]> Objectives = new(() => [.. Problems.Names.Select(name =>
    {
        var objective = Problems.Find(name);
        var window = Problems.WindowOf(name);
        return new ObjectiveLine(
            name, Problems.Title(name), objective.Start.Size, new AxisRanges([window.Left, window.Right], [window.Bottom, window.Top]), Problems.StartOf(name),
            Problems.Minima(name), objective.SampleCount == 0 ? null : objective.SampleCount);
    })]);

    /// <summary>The numbers that an optimiser can be given, with their defaults; none for one that needs more than numbers.</summary>
    internal static IReadOnlyList<OptimizerSetting> SettingsOf(string name)
    {
        Optimizer optimizer;
        try
        {
            optimizer = Optimizer.FromName(name);
        }
        catch (ArgumentException)
        {
            return [];          // it wraps others, which a name alone can't give
        }
        var settings = new List<OptimizerSetting>();
        double rate = optimizer.LearningRate.At(0);
        if (Takes(name, "learning_rate", rate))
            settings.Add(Setting("learning_rate", rate));
        // A rule's own settings first, then what it sets anew of those that all have (the decay of AdamW).
        foreach (var property in optimizer.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.DeclaringType != typeof(Optimizer) && property.GetIndexParameters().Length == 0))
        {
            string setting = Snake(property.Name);
            double? value = property.GetValue(optimizer) switch { double number => number, int number => number, _ => null };
            if (value is { } given && double.IsFinite(given) && setting != "learning_rate" && Takes(name, setting, given))
                settings.Add(Setting(setting, given));
        }
        if (optimizer.WeightDecay is { } decay && settings.TrueForAll(setting => setting.Name != "weight_decay") && Takes(name, "weight_decay", decay))
            settings.Add(Setting("weight_decay", decay));
        return settings;
    }

    /// <summary>Whether a text with the setting makes the optimiser: the catalog itself is asked.</summary>
    static bool Takes(string name, string setting, double value)
    {
        try
        {
            Optimizer.FromName(string.Create(CultureInfo.InvariantCulture, $"{name}({setting}={value:R})"));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static OptimizerSetting Setting(string name, double value)
    {
        var (min, max) = Ranges.GetValueOrDefault(name, (0, Math.Max(1, 10 * value)));
        return new OptimizerSetting(name, value, Math.Min(min, value), Math.Max(max, value));
    }

    /// <summary>A property's name as the texts have it: Beta1 is beta_1.</summary>
    internal static string Snake(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}

/// <summary>A number that an optimiser can be given.</summary>
/// <param name="Name">Its name in a text, as <c>beta_1</c>.</param>
/// <param name="Default">What it is where nothing is said.</param>
/// <param name="Min">The least that a slider offers.</param>
/// <param name="Max">The most that a slider offers.</param>
sealed record OptimizerSetting(string Name, double Default, double Min, double Max);
