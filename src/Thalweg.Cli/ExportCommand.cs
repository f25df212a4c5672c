using System.CommandLine;
using Spectre.Console;
using Thalweg.Exchange;

namespace Thalweg.Cli;

/// <summary><c>thalweg export MODEL --to onnx --out FILE</c>: a saved network for other programs.</summary>
static class ExportCommand
{
    public const string Examples = """
        Examples:
          thalweg export iris.keras --to onnx --out iris.onnx                one input for each column of the table
          thalweg export iris.keras --to onnx --encoded --out iris.onnx      one input, of encoded features
          thalweg export iris.keras --to safetensors --out iris.safetensors
        """;

    static readonly string[] Formats = ["onnx", "safetensors"];

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var model = ModelArgument.New();
        var format = new Option<string>("--to") { HelpName = "onnx|safetensors", Description = "The format: onnx, the whole network; safetensors, its weights.", Required = true };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "Where to write.", Required = true };
        var encoded = new Option<bool>("--encoded") { Description = "The ONNX model takes one input of encoded, unscaled features, and gives what the network gives; otherwise it takes raw columns, and gives class names and probabilities, or numbers." };
        var command = new Command("export", "Write a saved network in a format of other programs.") { model, format, output, encoded };
        command.SetAction(parsed =>
        {
            string to = parsed.GetRequiredValue(format);
            if (!Formats.Contains(to))
                throw new UserErrorException($"--to {Guess.Unknown("format", to, Formats)}");
            string path = OutputFile.Check("out", parsed.GetValue(output), "." + to)!;
            string from = parsed.GetRequiredValue(model);
            if (to != "onnx" && parsed.GetValue(encoded))
                throw new UserErrorException($"--encoded: it belongs to --to onnx, and {to} holds weights alone; leave it out.");
            var network = SavedModel.LoadModel(from);
            try
            {
                if (to == "onnx" && !parsed.GetValue(encoded) && SavedModel.HasTable(from))
                    network.ExportOnnx(path, SavedModel.Load(from).ForOnnx());
                else if (to == "onnx")
                    network.ExportOnnx(path, SavedModel.ScalingOf(from));
                else
                    network.SaveSafeTensors(path);
            }
            catch (NotSupportedException fault)
            {
                throw new UserErrorException(fault.Message, fault);
            }
            console.Profile.Out.Writer.WriteLine($"{path} written");
            return CommandLine.Success;
        });
        return command;
    }
}
