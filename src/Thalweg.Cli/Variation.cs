using Thalweg.Catalogs;

namespace Thalweg.Cli;

/// <summary>One <c>--vary KEY=V1,V2</c>: a setting and the values that it takes in turn.</summary>
/// <param name="Setting">What is varied.</param>
/// <param name="Values">The values as they were written.</param>
sealed record Variation(Setting Setting, IReadOnlyList<string> Values)
{
    /// <summary>Reads KEY=V1,V2.</summary>
    public static Variation Parse(string text, IReadOnlyList<Setting> settings)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            throw new UserErrorException($"--vary {text}: expected KEY=V1,V2, as in --vary standardize=false,true.");

        string key = text[..equals].Trim();
        var setting = settings.FirstOrDefault(known => known.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserErrorException($"--vary {text}: {Guess.Unknown("setting", key, settings.Select(known => known.Name))}");

        string[] values = [.. SettingText.Split(text[(equals + 1)..]).Select(value => value.Trim()).Where(value => value.Length > 0)];
        if (values.Length == 0)
            throw new UserErrorException($"--vary {text}: there is no value after '{key}='.");
        if (values.Distinct().Count() < values.Length)
            throw new UserErrorException($"--vary {text}: a value is there twice; --repeats N trains each variant N times.");
        return new Variation(setting, values);
    }

    /// <summary>Every combination of the variations' values, named after what differs, the first variation slowest.</summary>
    public static IReadOnlyList<(string Name, TrainSettings Settings)> Combine(TrainSettings settings, IReadOnlyList<Variation> variations)
    {
        if (variations.GroupBy(variation => variation.Setting.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UserErrorException($"--vary {twice.Key} is given twice: list its values in one, as in --vary {twice.Key}=V1,V2.");

        IEnumerable<(string Name, TrainSettings Settings)> variants = [("", settings)];
        foreach (var (setting, values) in variations)
        {
            variants = variants.SelectMany(variant => values.Select(value =>
                (variant.Name.Length == 0 ? $"{setting.Name}={value}" : $"{variant.Name}, {setting.Name}={value}", setting.With(variant.Settings, value))));
        }
        return [.. variants];
    }
}
