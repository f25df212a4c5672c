using Thalweg.Data;
using Thalweg.Exchange.Onnx;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange;

/// <summary>Models as ONNX files, which run in other programs and on other machines; and those of others, in the same operations.</summary>
/// <remarks>Written are operator set 18, a batch of any length, and names of layers and weights. Dropout isn't written: it does nothing in prediction.</remarks>
public static class OnnxFile
{
    /// <summary>A file longer than this is no model: the format itself ends at 2 GB.</summary>
    const long LongestFile = int.MaxValue;

    extension(Model model)
    {
        /// <summary>Writes the model as it predicts.</summary>
        /// <param name="path">The file; one that is there before is replaced when everything has been written.</param>
        /// <param name="before">A standardisation of inputs that isn't a layer of the model, and is written in front of it.</param>
        /// <exception cref="NotSupportedException">A layer or an activation has no counterpart in ONNX.</exception>
        /// <exception cref="InvalidOperationException">The model knows no input shape.</exception>
        /// <example><code>model.ExportOnnx("iris.onnx");</code></example>
        public void ExportOnnx(string path, Normalization? before = null)
        {
            var input = model.InputShape ?? throw new InvalidOperationException($"The model '{model.Name}' knows no input shape yet. Put an InputLayer in front, or call it once.");
            var graph = new OnnxGraph(model.DType);
            var name = (model as Sequential)?.Input?.Name ?? "input";
            var x = name;
            if (before is not null)
            {
                x = OnnxLayers.Write(graph, before, x, input);
            }
            foreach (var layer in model.Layers)
            {
                x = OnnxLayers.Write(graph, layer, x, layer.InputShape ?? input);
            }
            graph.Scope = "";
            var output = graph.Node("Identity", [x]);
            var message = graph.Finish(model.Name, (name, input), (output, model.OutputShape(input)));
            WholeFile.Write(path, stream => stream.Write(message.Bytes));
        }
    }

    extension(Model)
    {
        /// <summary>A model that computes what an ONNX file says, in the operations that <c>ExportOnnx</c> writes. Its float constants of one axis or more are weights, and can be trained.</summary>
        /// <param name="path">The file: one input, one output.</param>
        /// <exception cref="OnnxFormatException">The file is damaged, or has operations that aren't known; the message lists them.</exception>
        public static Sequential FromOnnx(string path)
        {
            var length = new FileInfo(path).Length;
            if (length > LongestFile)
            {
                throw new OnnxFormatException($"'{path}' has {length} bytes, more than an ONNX file can have.");
            }
            try
            {
                var program = OnnxProgram.Read(File.ReadAllBytes(path));
                return new Sequential([new InputLayer([.. program.InputShape.Skip(1)]) { Name = program.Input }, new OnnxLayer(program) { Name = "onnx" }]);
            }
            catch (OnnxFormatException fault)
            {
                throw new OnnxFormatException($"'{path}': {fault.Message}", fault);
            }
        }
    }
}
