using Thalweg.Activations;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Descents.Checks;

/// <summary>What remedies do to a model for the length of a trial.</summary>
static class ModelChanges
{
    /// <summary>Other activations in the hidden layers.</summary>
    public static Func<Model, Action> Activation(Examination examination, Func<Activation, bool> which, Activation activation) => _ =>
    {
        var layers = examination.Layers.OfType<IActivated>().Where(layer => !ReferenceEquals(layer, examination.OutputActivation) && which(layer.Activation)).ToArray();
        return Put(layers, activation);
    };

    /// <summary>Another activation at the end.</summary>
    public static Func<Model, Action> Output(Examination examination, Activation activation) => _ => Put(examination.OutputActivation is { } last ? [last] : [], activation);

    /// <summary>New weights: kernels as He has it before relu and its kin, as Glorot has it elsewhere; biases 0, scales of a normalisation 1.</summary>
    public static Func<Model, Action> Weights(Examination examination, long seed) => _ =>
    {
        // Initialisers draw their numbers from the program's seed, which the trial sets anew.
        RandomSeed.Set(seed);
        foreach (var layer in examination.Layers.Where(layer => layer.Trainable))
        {
            Initializer kernel = layer is IActivated { Activation: not Linear, Activation.Bounds: null } and not IActivated { Activation: Softmax } ? new HeNormal() : new GlorotUniform();
            foreach (var weight in layer.TrainableWeights)
            {
                weight.Assign(weight.Shape.Rank >= 2 ? kernel.Make(weight.Shape, weight.DType) : Tensor.Full(weight.Shape, weight.Name == "gamma" ? 1 : 0, weight.DType));
            }
        }
        return static () => { };
    };

    /// <summary>Two changes, one after the other.</summary>
    public static Func<Model, Action> Both(Func<Model, Action> first, Func<Model, Action> second) => model =>
    {
        var undoFirst = first(model);
        var undoSecond = second(model);
        return () =>
        {
            undoSecond();
            undoFirst();
        };
    };

    static Action Put(IActivated[] layers, Activation activation)
    {
        var old = Array.ConvertAll(layers, layer => layer.Activation);
        Array.ForEach(layers, layer => layer.Activation = activation);
        return () =>
        {
            for (var i = 0; i < layers.Length; i++)
            {
                layers[i].Activation = old[i];
            }
        };
    }
}
