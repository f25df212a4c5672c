using System.CommandLine;
using Spectre.Console;
using Thalweg.Exchange;

namespace Thalweg.Cli;

/// <summary><c>thalweg export MODEL --to onnx --out FILE</c>: a saved network for other programs.</summary>
static class ExportCommand
{
    public const string Examples = """
        Examples:
          thalweg export iris.keras --to onnx --out iris.onnx
          thalweg export iris.keras --to safetensors --out iris.safetensors
        """;

    static readonly string[] Formats = ["onnx", "safetensors"];

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var model = ModelArgument.New();
        var format = new Option<string>("--to") { HelpName = "onnx|safetensors", Description = "The format: onnx, the whole network; safetensors, its weights.", Required = true };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "Where to write.", Required = true };
        var command = new Command("export", "Write a saved network in a format of other programs.") { model, format, output };
        command.SetAction(parsed =>
        {
            string to = parsed.GetRequiredValue(format);
            if (!Formats.Contains(to))
                throw new UserErrorException($"--to {Guess.Unknown("format", to, Formats)}");
            string path = OutputFile.Check("out", parsed.GetValue(output), "." + to)!;
            string from = parsed.GetRequiredValue(model);
            var network = SavedModel.LoadModel(from);
            try
            {
                if (to == "onnx")
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
