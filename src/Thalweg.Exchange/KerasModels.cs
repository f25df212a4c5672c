using Thalweg.Models;

namespace Thalweg.Exchange;

/// <summary>Saving and loading on models themselves, in Keras's formats.</summary>
public static class KerasModels
{
    extension(Model)
    {
        /// <summary>The model of a <c>.keras</c> file, that Keras or <see cref="KerasFile.Save"/> wrote: layers, weights, and training where it stood.</summary>
        /// <param name="path">The file.</param>
        /// <param name="compile">Whether to compile the model as the file says.</param>
        /// <exception cref="KerasFormatException">The file is damaged, or holds a class that isn't known.</exception>
        /// <example><code>var model = Model.Load("iris.keras");</code></example>
        public static Model Load(string path, bool compile = true) => KerasFile.Load(path, compile);
    }

    extension(Model model)
    {
        /// <summary>Writes the model as a <c>.keras</c> file: layers, weights, compile settings, the optimiser's state.</summary>
        /// <param name="path">The file; one that is there before is replaced when everything has been written.</param>
        /// <exception cref="NotSupportedException">The model holds something of one's own that isn't registered.</exception>
        /// <example><code>model.Save("iris.keras");</code></example>
        public void Save(string path) => KerasFile.Save(model, path);

        /// <summary>Writes the weights alone as a <c>.weights.h5</c> file.</summary>
        /// <param name="path">The file; one that is there before is replaced when everything has been written.</param>
        public void SaveWeights(string path) => KerasFile.SaveWeights(model, path);

        /// <summary>Reads weights from a <c>.weights.h5</c> or <c>.keras</c> file into the layers.</summary>
        /// <param name="path">The file.</param>
        /// <param name="matching">By topology all must fit, or none is loaded; by name those that fit are.</param>
        /// <returns>What was loaded, and what found no place.</returns>
        /// <exception cref="KerasFormatException">The file is damaged, or doesn't fit by topology.</exception>
        public WeightsReport LoadWeights(string path, WeightMatching matching = WeightMatching.Topology) => KerasFile.LoadWeights(model, path, matching);
    }
}
