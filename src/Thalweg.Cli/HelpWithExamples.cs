using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Thalweg.Cli;

/// <summary>The help that System.CommandLine writes, and after it examples that can be run as they stand.</summary>
sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<string, string> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command.Name, out string? text))
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        return code;
    }
}
