using System.Text.Json;

namespace Thalweg.Exchange.Tests.Keras;

/// <summary>Settings as Keras 3.15.1 wrote them, of every class that reference values were recorded for.</summary>
static class ReferenceConfigs
{
    /// <summary>Class and settings of the recorded cases of a kind.</summary>
    public static IEnumerable<(string ClassName, JsonElement Config)> Of(string pattern)
    {
        foreach (string path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reference"), pattern).Order(StringComparer.Ordinal))
        {
            var root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
            foreach (var item in new[] { "cases", "statistics", "deterministic" }.SelectMany(key => root.TryGetProperty(key, out var list) ? list.EnumerateArray() : []))
            {
                if (item.TryGetProperty("config", out var config) && config.ValueKind == JsonValueKind.Object)
                    yield return ((item.TryGetProperty("class_name", out var name) ? name : root.GetProperty("class_name")).GetString()!, config);
            }
        }
    }
}
