using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Schedules;

namespace Thalweg.Exchange.Keras;

/// <summary>What Keras calls classes, modules and settings where that isn't what .NET's casing gives.</summary>
static class KerasNames
{
    static readonly Dictionary<string, string> Classes = new()
    {
        ["ActivationLayer"] = "Activation",
        ["Sgd"] = "SGD",
        ["RmsProp"] = "RMSprop",
        ["Auc"] = "AUC",
        ["Ctc"] = "CTC",
    };

    /// <summary>Keras's setting for each of ours.</summary>
    static readonly Dictionary<string, string> Keys = new()
    {
        ["ams_grad"] = "amsgrad",
        ["clip_norm"] = "clipnorm",
        ["clip_value"] = "clipvalue",
        ["global_clip_norm"] = "global_clipnorm",
        ["standard_deviation"] = "stddev",
        ["d_type"] = "dtype",
    };

    /// <summary>Activations that Keras has as layers, too: as such they can have settings, which its functions can't keep.</summary>
    static readonly Dictionary<string, string> ActivationLayers = new()
    {
        [nameof(Relu)] = "ReLU",
        [nameof(LeakyRelu)] = "LeakyReLU",
        [nameof(Elu)] = "ELU",
        [nameof(Softmax)] = "Softmax",
    };

    /// <summary>Names that Keras finds nothing under, where a class of it has the name; the class is written then.</summary>
    static readonly HashSet<string> NoNames = ["logcosh", "fbeta_score", "confusion_matrix", "categorical_generalized_cross_entropy"];

    static readonly Dictionary<string, string> OwnKeys = Keys.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Settings that Keras calls otherwise in one class.</summary>
    static readonly Dictionary<(string Class, string Own), string> KeysOf = new() { [("L1", "factor")] = "l1", [("L2", "factor")] = "l2" };

    /// <summary>Settings that Keras's classes don't have, with their defaults: they are written only where they have another value, and Keras then says that it doesn't know them.</summary>
    static readonly Dictionary<(string Class, string Own), object?> Foreign = new()
    {
        [("Dense", "activity_regularizer")] = null,
        [("", "centralize_gradients")] = false,
        [("", "exclude_from_weight_decay")] = "[]",
        [("Sgd", "dampening")] = 0.0,
        [("ScheduleFreeAdamW", "as_paper")] = false,
        [("Nadam", "momentum_decay")] = 1.0,
        [("Nadam", "as_py_torch")] = false,
        [("CategoricalGeneralizedCrossEntropy", "per_label")] = false,
        [("SparseCategoricalCrossentropy", "axis")] = -1,
        [("LossScaleOptimizer", "use_ema")] = false,
        [("LossScaleOptimizer", "ema_momentum")] = 0.99,
    };

    /// <summary>Initialisers that are a scaling with fixed settings.</summary>
    static readonly HashSet<string> FixedScaling = [nameof(GlorotUniform), nameof(GlorotNormal), nameof(HeUniform), nameof(HeNormal), nameof(LecunUniform), nameof(LecunNormal)];

    /// <summary>Settings of Keras that mean what the library always does.</summary>
    static readonly HashSet<(string Key, string Value)> AlwaysSo = [("data_format", "channels_last"), ("synchronized", "False"), ("renorm", "False"), ("rms_scaling", "False"), ("interpolation", "nearest"), ("dtype", "float32"), ("dtype", "int32")];

    /// <summary>Settings that say nothing about what is computed.</summary>
    static readonly HashSet<string> Bookkeeping = ["name", "trainable", "dtype", "batch_input_shape", "batch_shape", "renorm_clipping", "renorm_momentum"];

    /// <summary>Keras's class, as <c>SGD</c> for Sgd.</summary>
    public static string Class(string own) => Classes.GetValueOrDefault(own, own);

    /// <summary>The layer that an activation is in Keras; null where it has none.</summary>
    public static string? ActivationLayer(string own) => ActivationLayers.GetValueOrDefault(own);

    /// <summary>The library's activation that a layer of Keras is; null for other layers.</summary>
    public static string? ActivationOf(string layer) => ActivationLayers.FirstOrDefault(pair => pair.Value == layer).Key;

    /// <summary>Whether Keras knows a loss or a metric by a name alone.</summary>
    public static bool IsKnownByName(string name) => !NoNames.Contains(name);

    /// <summary>Keras's name of a setting.</summary>
    public static string Key(string className, string own) => KeysOf.GetValueOrDefault((className, own)) ?? Keys.GetValueOrDefault(own, own);

    /// <summary>The library's name of a setting.</summary>
    public static string OwnKey(string className, string key) =>
        KeysOf.FirstOrDefault(pair => pair.Key.Class == className && pair.Value == key).Key.Own ?? OwnKeys.GetValueOrDefault(key, key);

    /// <summary>A value as Keras has it: no average is null there, and so is the threshold below all, of the k most probable classes.</summary>
    public static object? Value(string own, object? value) => (own, value) switch
    {
        ("average" or "class_aggregation", "none") => null,
        ("thresholds", IReadOnlyList<double> and [< 0]) => null,
        ("padding", IReadOnlyList<int> and [var top, var bottom, var left, var right]) => (int[][])[[top, bottom], [left, right]],
        _ => value,
    };

    /// <summary>A value of Keras as the library has it: pairs of padding are four numbers.</summary>
    public static object? OwnValue(string key, object? value) => key == "padding" && value is object?[] list ? list.SelectMany(item => item as object?[] ?? [item]).ToArray() : value;

    /// <summary>Whether a setting is left out of files: Keras doesn't know it, and it is at its default.</summary>
    public static bool IsLeftOut(Configuration of, string own, object? value, object item) =>
        FixedScaling.Contains(of.ClassName) && (own is "scale" or "mode" or "distribution")
        || item is not Metric && (Foreign.TryGetValue((of.ClassName, own), out var usual) || Foreign.TryGetValue(("", own), out usual))
            && (Equals(usual, value) || usual is "[]" && value is System.Collections.ICollection { Count: 0 });

    /// <summary>Whether a setting in a file changes nothing.</summary>
    public static bool IsIdle(string key, string? value) => Bookkeeping.Contains(key) || AlwaysSo.Contains((key, value ?? ""));

    /// <summary>The module in which Keras has a kind of object.</summary>
    public static string Module(object item) => item switch
    {
        Layer => "keras.layers",
        Initializer => "keras.initializers",
        Regularizer => "keras.regularizers",
        Constraint => "keras.constraints",
        Loss => "keras.losses",
        Metric => "keras.metrics",
        Optimizer => "keras.optimizers",
        Schedule => "keras.optimizers.schedules",
        Activation => "keras.activations",
        _ => "builtins",
    };

    /// <summary>What a kind of object is called in a message.</summary>
    public static string Kind<T>() => typeof(T).Name.ToLowerInvariant();

    /// <summary>The name that Keras gives an object of a class by itself: <c>leaky_re_l_u</c>'s rule, small letters with underscores.</summary>
    public static string Instance(Configuration configuration) => string.Concat(configuration.ClassName.Select((letter, i) =>
        i > 0 && char.IsUpper(letter) && !char.IsUpper(configuration.ClassName[i - 1]) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
