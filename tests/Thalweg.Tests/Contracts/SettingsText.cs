using System.Globalization;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>Recorded constructor arguments as a name with settings, which the catalogs read: what Keras's names are stays true.</summary>
static class SettingsText
{
    public static string Of(string className, ReferenceNode args, string? more = null)
    {
        var settings = args.Names.Select(name => $"{name}={Value(args[name])}").Concat(more is null ? [] : [more]);
        return $"{className}({string.Join(", ", settings)})";
    }

    static string Value(ReferenceNode node)
    {
        if (node.IsNull)
        {
            return "none";
        }
        if (node.IsText)
        {
            return node.Text;
        }
        if (node.IsNumber)
        {
            return node.Number.ToString("R", CultureInfo.InvariantCulture);
        }
        if (node.IsFlag)
        {
            return node.Flag ? "true" : "false";
        }
        // An object is recorded as its class and its arguments; other lists are lists.
        return node.Count == 2 && node[0].IsText && node[1].Names.Any()
            ? Of(node[0].Text, node[1])
            : $"[{string.Join(", ", node.Items.Select(Value))}]";
    }
}
