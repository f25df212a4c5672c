using Thalweg.Data;
using Thalweg.Exchange.Onnx;
using Thalweg.Exchange.Protobuf;
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
            var shapes = InputsOf(model);
            if (before is not null && shapes.Count > 1)
            {
                throw new ArgumentException($"The model '{model.Name}' has the inputs {string.Join(", ", model.InputNames)}, and a standardisation of one input can't stand in front of all. Make it a layer of the model.", nameof(before));
            }
            var graph = new OnnxGraph(model.DType);
            string[] names = [.. (model is Sequential { Input: null } ? ["input"] : model.InputNames).Select(graph.Take)];
            IReadOnlyList<string> x = before is null ? names : [OnnxLayers.Write(graph, before, names[0], shapes[0])];
            var results = OnnxModels.Write(graph, model, x, shapes);
            string[] outputs = [.. (model is Functional ? model.OutputNames : ["output"]).Select((own, i) => graph.Rename(own, results[i]))];
            Write(path, graph.Finish(model.Name, names.Zip(shapes, graph.Value), outputs.Zip(model.OutputShapes(shapes), graph.Value)));
        }

        /// <summary>Writes a model that takes raw rows, one input for each column, and gives answers: <c>label</c> (the class's name) and <c>probabilities</c>, or the number <c>variable</c>.</summary>
        /// <param name="path">The file; one that is there before is replaced when everything has been written.</param>
        /// <param name="table">How raw columns become the network's inputs, and what its outputs mean.</param>
        /// <exception cref="ArgumentException">The columns give another number of inputs than the network takes, or there is another number of classes than it has outputs.</exception>
        /// <exception cref="NotSupportedException">A layer or an activation has no counterpart in ONNX.</exception>
        public void ExportOnnx(string path, OnnxTable table)
        {
            ArgumentNullException.ThrowIfNull(table);
            if (model.InputNames.Count != 1 || model.OutputNames.Count != 1)
            {
                throw new ArgumentException($"A table is for one input and one output, but the model '{model.Name}' has the inputs {string.Join(", ", model.InputNames)} and the outputs {string.Join(", ", model.OutputNames)}. Export it without: ExportOnnx(path).", nameof(table));
            }
            var input = InputsOf(model)[0];
            var units = model.OutputShape(input)[^1];
            var features = table.Columns.Sum(column => column is OnnxTextColumn text ? text.Levels.Count + (text.HasMissingLevel ? 1 : 0) : ((OnnxNumberColumn)column).MarksMissing ? 2 : 1);
            if (input.Rank != 2 || input[1] != features || table is { Means: { } means, Deviations: { } deviations } && (means.Count != features || deviations.Count != features))
            {
                throw new ArgumentException($"The table's columns give {features} numbers for each row{(table.Means is { } scaled ? $", scaled by {scaled.Count} means and {table.Deviations?.Count} deviations" : "")}, but the model '{model.Name}' takes inputs of shape {input}.", nameof(table));
            }
            if (table.ClassNames.Count > 0 && units != table.ClassNames.Count && !(units == 1 && table.ClassNames.Count == 2))
            {
                throw new ArgumentException($"The table has {table.ClassNames.Count} classes, but the model '{model.Name}' has {units} outputs: it needs one for each class, or one for two classes.", nameof(table));
            }
            var graph = new OnnxGraph(model.DType);
            var (inputs, x) = OnnxPreprocessing.Before(graph, table);
            var outputs = OnnxPreprocessing.After(graph, table, OnnxModels.Write(graph, model, [x], [input])[0], units);
            Write(path, graph.Finish(model.Name, inputs, outputs));
        }
    }

    static IReadOnlyList<Shape> InputsOf(Model model) =>
        model.IsBuilt ? model.InputShapes : throw new InvalidOperationException($"The model '{model.Name}' knows no input shape yet. Put an InputLayer in front, or call it once.");

    static void Write(string path, ProtoMessage message) => WholeFile.Write(path, stream => WholeFile.Append(stream, message.Bytes), message.Bytes.Length);

    extension(Model)
    {
        /// <summary>A model that computes what an ONNX file says, in the operations that <c>ExportOnnx</c> writes. Its float constants of one axis or more are weights, and can be trained.</summary>
        /// <param name="path">The file.</param>
        /// <returns>A <see cref="Sequential"/> for one input and one output, otherwise a <see cref="Functional"/> with the file's names.</returns>
        /// <exception cref="OnnxFormatException">The file is damaged, or has operations that aren't known; the message lists them.</exception>
        public static Model FromOnnx(string path)
        {
            var length = new FileInfo(path).Length;
            if (length > LongestFile)
            {
                throw new OnnxFormatException($"'{path}' has {length} bytes, more than an ONNX file can have.");
            }
            try
            {
                var program = OnnxProgram.Read(File.ReadAllBytes(path));
                return program.Inputs.Count == 1 && program.Outputs.Count == 1
                    ? new Sequential([new InputLayer([.. program.Inputs[0].Shape.Skip(1)]) { Name = program.Inputs[0].Name }, new OnnxLayer(program) { Name = "onnx" }])
                    : OnnxLayer.Functional(program);
            }
            catch (OnnxFormatException fault)
            {
                throw new OnnxFormatException($"'{path}': {fault.Message}", fault);
            }
        }
    }
}
