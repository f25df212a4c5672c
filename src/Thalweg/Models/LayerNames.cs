using Thalweg.Layers;

namespace Thalweg.Models;

/// <summary>What layers and weights are called in a model: each name is there once.</summary>
static class LayerNames
{
    /// <summary>Numbers the layers of one kind: dense, dense_1, ….</summary>
    /// <param name="model">The model, for the message.</param>
    /// <param name="layer">A layer that comes into it.</param>
    /// <param name="taken">The names of those that are in it already.</param>
    /// <exception cref="ArgumentException">Somebody gave it a name that another has.</exception>
    public static void Christen(Model model, Layer layer, IReadOnlySet<string> taken)
    {
        if (layer.IsNamed && taken.Contains(layer.Name))
        {
            throw new ArgumentException($"{model.ClassName} '{model.Name}': there are two layers called '{layer.Name}'. Give one another name.", nameof(layer));
        }
        for (var number = 1; taken.Contains(layer.Name); number++)
        {
            if (!taken.Contains($"{layer.DefaultName}_{number}"))
            {
                layer.Name = $"{layer.DefaultName}_{number}";
            }
        }
    }

    /// <summary>Writes a layer's weights' paths: the model's name, the layer's, the weight's; of a model's layers with that in between.</summary>
    public static void SetPaths(string owner, Layer layer)
    {
        if (layer is Model model)
        {
            foreach (var inner in model.Layers)
            {
                SetPaths($"{owner}/{model.Name}", inner);
            }
            return;
        }
        foreach (var weight in layer.Weights)
        {
            weight.Path = $"{owner}/{layer.Name}/{weight.Name}";
        }
    }
}
