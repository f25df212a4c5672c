using Thalweg.Exchange.Hdf5;
using Thalweg.Models;

namespace Thalweg.Exchange.Keras;

/// <summary>Loads the weights of layers from a file of groups: all of them, or those that fit.</summary>
static class WeightsFile
{
    /// <summary>Puts weights into a model; where they don't all fit by topology, none.</summary>
    /// <exception cref="KerasFormatException">The file is damaged, or has weights of another model.</exception>
    public static WeightsReport Load(Hdf5Reader file, Model model, WeightMatching matching)
    {
        var (groups, owners) = (file.Groups(), WeightGroups.Of(model).ToArray());
        var (loaded, missing, mismatched) = (new List<string>(), new List<string>(), new List<string>());
        var used = new HashSet<string> { "optimizer/vars", "vars", WeightGroups.UnaveragedPath };
        var found = new List<(WeightGroup Owner, string Group)>();
        foreach (var owner in owners.Where(owner => owner.Variables.Count > 0))
        {
            var group = matching == WeightMatching.Topology ? owner.Path
                : groups.FirstOrDefault(pair => pair.Value.Name == owner.Name && pair.Value.Count > 0).Key;
            if (group is null || !groups.TryGetValue(group, out var there) || there.Count == 0)
            {
                missing.Add(owner.Name);
                continue;
            }
            used.Add(group);
            if (Differs(file, group, there.Count, owner) is { } difference)
            {
                mismatched.Add(difference);
                continue;
            }
            found.Add((owner, group));
        }
        var unexpected = groups.Where(pair => pair.Value.Count > 0 && !used.Contains(pair.Key)).Select(pair => pair.Value.Name ?? pair.Key).ToArray();
        var report = new WeightsReport([.. found.Select(pair => pair.Owner.Name)], missing, unexpected, mismatched);
        if (matching == WeightMatching.Topology && !report.IsComplete)
        {
            throw new KerasFormatException($"The file holds weights of another model. {report} Build the model as it was, or load by name: WeightMatching.Name.");
        }
        // Two steps, so that a file that breaks off in the middle leaves the model as it was.
        foreach (var (variable, value) in found.SelectMany(pair => pair.Owner.Variables.Select((variable, i) => (variable, file.Read(pair.Group, i, variable.Shape, variable.DType)))).ToArray())
        {
            variable.Assign(value);
        }
        return report;
    }

    static string? Differs(Hdf5Reader file, string group, int count, WeightGroup owner)
    {
        if (count != owner.Variables.Count)
        {
            return $"{owner.Name} ({count} weights in the file, {owner.Variables.Count} in the model)";
        }
        for (var i = 0; i < count; i++)
        {
            if (file.ShapeOf(group, i) is var shape && shape != owner.Variables[i].Shape)
            {
                return $"{owner.Name} ({owner.Variables[i].Name} is {shape} in the file, {owner.Variables[i].Shape} in the model)";
            }
        }
        return null;
    }
}
