using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Schedules;

namespace Thalweg.Exchange.Keras;

/// <summary>Named objects as Keras writes them: <c>{"module", "class_name", "config", "registered_name"}</c>, or a name alone.</summary>
static class KerasObjects
{
    /// <summary>Any setting's value.</summary>
    /// <exception cref="NotSupportedException">It is of a class that no name finds.</exception>
    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        ConstantSchedule constant => constant.Rate,
        Activation activation => Named(activation, activation.Name) ?? AsLayer(activation) ?? Object(activation, activation.Configuration),
        Initializer initializer => Object(initializer, initializer.Configuration),
        Regularizer regularizer => Object(regularizer, regularizer.Configuration),
        Constraint constraint => Object(constraint, constraint.Configuration),
        Schedule schedule => Object(schedule, schedule.Configuration),
        Loss loss => Named(loss, loss.Name) ?? Object(loss, loss.Configuration),
        Metric metric => Metric(metric),
        Optimizer optimizer => Object(optimizer, optimizer.Configuration, ("name", optimizer.Name)),
        bool flag => flag,
        int number => number,
        long number => number,
        double number => number,
        string text => text,
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Write)]),
        _ => throw new NotSupportedException($"A setting of type {value.GetType().Name} can't be written to a file."),
    };

    /// <summary>An object with its class and settings.</summary>
    static JsonObject Object<T>(T item, Configuration? configuration, params (string Key, string Value)[] more) where T : class
    {
        if (configuration is null)
        {
            var (name, own) = CustomObjects.Describe(item) ?? throw Unknown<T>(item);
            return Wrapped("custom", name.Split('>')[^1], own, name);
        }
        return Wrapped(KerasNames.Module(item), KerasNames.Class(configuration.ClassName), Settings(item, configuration, more), null);
    }

    /// <summary>The form that all objects have.</summary>
    public static JsonObject Wrapped(string module, string className, JsonObject config, string? registered) =>
        new() { ["module"] = module, ["class_name"] = className, ["config"] = config, ["registered_name"] = registered };

    /// <summary>Settings under Keras's names.</summary>
    public static JsonObject Settings(object of, Configuration configuration, params (string Key, string Value)[] more)
    {
        var settings = new JsonObject();
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }
        foreach (var (key, value) in configuration.Settings)
        {
            if (!KerasNames.IsLeftOut(configuration, key, value, of))
            {
                settings[KerasNames.Key(configuration.ClassName, key)] = Write(KerasNames.Value(key, value));
            }
        }
        return settings;
    }

    /// <summary>The exception for an object that has no name.</summary>
    public static NotSupportedException Unknown<T>(object item) =>
        new($"The {KerasNames.Kind<T>()} {item.GetType().Name} has no name that a file could give it. Register its class: CustomObjects.Register<{typeof(T).Name}>(\"{item.GetType().Name}\", make, describe).");

    /// <summary>A name alone, where a default object of that name is the same.</summary>
    static JsonNode? Named<T>(T item, string name) where T : class, IConfigured
    {
        if (item.Configuration is not { } own || !KerasNames.IsKnownByName(name))
        {
            return null;
        }
        IConfigured plain = item is Activation ? Activation.FromName(name) : Loss.FromName(name);
        return plain.Configuration!.ToString() == own.ToString() ? name : null;
    }

    /// <summary>An activation with settings as the layer that Keras has for it, which it takes as a function; null where it has none.</summary>
    public static JsonObject? AsLayer(Activation activation, JsonObject? common = null)
    {
        if (activation.Configuration is not { } own || KerasNames.ActivationLayer(own.ClassName) is not { } className)
        {
            return null;
        }
        var config = Settings(activation, own);
        foreach (var (key, value) in common ?? [])
        {
            config[key] = value?.DeepClone();
        }
        return Wrapped("keras.layers", className, config, null);
    }

    static JsonNode Metric(Metric metric)
    {
        if (metric.Configuration is null && metric.Name is "accuracy" or "acc")
        {
            return metric.Name;
        }
        if (metric.Configuration is { } own && Thalweg.Metrics.Metric.Names.Contains(metric.Name) && KerasNames.IsKnownByName(metric.Name) && IsPlain(metric.Name, own))
        {
            return metric.Name;
        }
        return Object(metric, metric.Configuration, ("name", metric.Name));
    }

    static bool IsPlain(string name, Configuration own)
    {
        try
        {
            Metric plain = name;
            return plain.Configuration?.ToString() == own.ToString();
        }
        catch (ArgumentException)
        {
            return false;       // it needs settings
        }
    }

    /// <summary>An object from a file: a name, or a class with settings.</summary>
    /// <param name="element">What the file has.</param>
    /// <param name="fromName">The catalog's way from a name.</param>
    /// <param name="fromConfiguration">The catalog's way from settings.</param>
    /// <param name="place">Where in the file it stands, for messages.</param>
    /// <exception cref="KerasFormatException">The class is unknown, or doesn't have the settings.</exception>
    public static T Read<T>(JsonElement element, Func<string, T> fromName, Func<Configuration, T> fromConfiguration, string place) where T : class
    {
        try
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                var name = element.GetString()!;
                return CustomObjects.Make<T>(name, []) ?? fromName(Plain(name));
            }
            if (element.ValueKind == JsonValueKind.Number)
            {
                return fromName(element.GetRawText());
            }
            var (className, registered, config) = Parts(element, place);
            if (config.ValueKind == JsonValueKind.String)
            {
                return fromName(Plain(config.GetString()!));       // {"class_name": "function", "config": "relu"}
            }
            if (CustomObjects.Make<T>(registered ?? className, Copy(config)) is { } own)
            {
                return own;
            }
            return fromConfiguration(Configuration(typeof(T) == typeof(Activation) ? KerasNames.ActivationOf(className) ?? className : className, config));
        }
        catch (ArgumentException fault)
        {
            throw new KerasFormatException($"{place}: {WithoutParameter(fault)} A {KerasNames.Kind<T>()} of one's own is made known with CustomObjects.Register<{typeof(T).Name}>(name, make, describe).", fault);
        }
    }

    /// <summary>Class, registered name and settings of an object.</summary>
    public static (string ClassName, string? Registered, JsonElement Config) Parts(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("class_name", out var name) || name.ValueKind != JsonValueKind.String || !element.TryGetProperty("config", out var config))
        {
            throw new KerasFormatException($"{place}: expected an object with class_name and config, but found {Short(element)}.");
        }
        var registered = element.TryGetProperty("registered_name", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        var className = name.GetString()!;
        if (className is "__lambda__" or "Lambda")
        {
            throw new KerasFormatException($"{place}: the file holds code ({className}), which is never run. Write the function as a layer or activation of one's own, and register it.");
        }
        return (className, registered, config);
    }

    /// <summary>Settings in a file as a configuration of the library: its names, and without what says nothing about values.</summary>
    public static Configuration Configuration(string className, JsonElement config)
    {
        if (config.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"The settings of '{className}' aren't an object, but {Short(config)}.");
        }
        var settings = new List<KeyValuePair<string, object?>>();
        foreach (var setting in config.EnumerateObject())
        {
            if (!KerasNames.IsIdle(setting.Name, setting.Value.ValueKind == JsonValueKind.Object ? null : setting.Value.ToString()))
            {
                settings.Add(new(KerasNames.OwnKey(className, setting.Name), KerasNames.OwnValue(setting.Name, Value(setting.Value))));
            }
        }
        return new Configuration(className, settings);
    }

    static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        _ => Nested(element),
    };

    static object? Nested(JsonElement element)
    {
        var (className, registered, config) = Parts(element, "a setting");
        if (className is "__tensor__" or "__numpy__" && config.ValueKind == JsonValueKind.Object && config.TryGetProperty("value", out var values))
        {
            return Value(values);
        }
        return config.ValueKind == JsonValueKind.String ? config.GetString()
            : CustomObjects.MakeAny(registered ?? className, Copy(config)) ?? Configuration(className, config);
    }

    /// <summary>A name from a file is a name: settings in brackets belong to programs.</summary>
    static string Plain(string name) => name.Length <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? name
        : throw new ArgumentException($"'{(name.Length > 100 ? name[..100] + "…" : name)}' is no name: it has letters, digits and underscores.");

    static JsonObject Copy(JsonElement config) => JsonNode.Parse(config.GetRawText()) as JsonObject ?? [];

    /// <summary>A value for a message.</summary>
    public static string Short(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    /// <summary>The message as it was written, without the parameter's name that .NET appends.</summary>
    public static string WithoutParameter(ArgumentException fault) =>
        fault.ParamName is { } name ? fault.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : fault.Message;
}
