using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Thalweg.Exchange;

/// <summary>Classes of one's own for files: how one is described, and made again. No code is ever taken from a file.</summary>
/// <example><code>
/// CustomObjects.Register&lt;Layer&gt;("Zoo>Scale", settings => new Scale((double)settings["factor"]!),
///     layer => layer is Scale scale ? new JsonObject { ["factor"] = scale.Factor } : null);
/// </code></example>
public static class CustomObjects
{
    static readonly ConcurrentDictionary<(Type Kind, string Name), (Func<JsonObject, object> Make, Func<object, JsonObject?> Describe)> Known = new();

    /// <summary>Makes a class known to files, in place of one that was registered with the same name.</summary>
    /// <typeparam name="T">The kind: Layer, Activation, Initializer, Regularizer, Constraint, Loss, Metric, Optimizer or Schedule.</typeparam>
    /// <param name="name">The name in files: the class's, or Keras's <c>package>Class</c>.</param>
    /// <param name="make">Makes an object from the settings in a file.</param>
    /// <param name="describe">The settings of an object; null where it isn't of the class.</param>
    public static void Register<T>(string name, Func<JsonObject, T> make, Func<T, JsonObject?> describe) where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(describe);
        Known[(typeof(T), name)] = (make, item => describe((T)item));
    }

    /// <summary>An object of a registered class; null where none has the name.</summary>
    internal static T? Make<T>(string name, JsonObject settings) where T : class => Known.TryGetValue((typeof(T), name), out var known) ? (T)known.Make(settings) : null;

    /// <summary>An object of a registered class of any kind; null where none has the name.</summary>
    internal static object? MakeAny(string name, JsonObject settings)
    {
        foreach (var ((_, known), (make, _)) in Known)
        {
            if (known == name)
            {
                return make(settings);
            }
        }
        return null;
    }

    /// <summary>The name and settings of an object of a registered class; null where none is its.</summary>
    internal static (string Name, JsonObject Settings)? Describe<T>(T item) where T : class
    {
        foreach (var ((kind, name), known) in Known)
        {
            if (kind == typeof(T) && known.Describe(item) is { } settings)
            {
                return (name, settings);
            }
        }
        return null;
    }
}
