using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Thalweg.Activations;
using Thalweg.Descents;
using Thalweg.Initializers;
using Thalweg.Lab.Descents;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Schedules;
using Thalweg.Tests.House;

namespace Thalweg.Lab.Tests.Languages;

/// <summary>Every sentence that the Lab's sources can say to a reader of its pages, as templates with {0}, {1} for what is filled in.</summary>
static class SpokenSentences
{
    /// <summary>What speaks only on the command line or in files.</summary>
    static readonly string[] Elsewhere = ["LabServer.cs", "LabOptions.cs", "DataFolder.cs", "SavedModel.cs", "DescentReport.cs", "RunStore.cs", "ConfusionMatrix.cs", "Problems.cs", "Frame.cs", "BookExport.cs", "RecordedRace.cs", "/Reports/", "/Languages/"];

    /// <summary>What is said in forms that the sources don't show, or by files that are not looked through; words that fill sentences.</summary>
    static readonly string[] Elsewhen =
    [
        .. new[] { "optimizer", "schedule", "loss", "metrics", "activation", "initializer" }.Select(option => option + " {0}: {1}"),
        "optimizer", "activation", "initializer", "schedule", "loss", "metric", .. Enum.GetNames<Lab.Runs.RunState>().Select(state => state.ToLowerInvariant()), "train", "descent", "before", "after", "gives", "give",
        "A confusion matrix", " Did you mean '{0}'?", "There is no objective '{0}'. Known: {1}.", "training loss after {0} epochs", "loss on {0} held-back rows after {1} epochs", "accuracy on {0} held-back rows after {1} epochs",
        "a list as /api/openapi.json describes it", "a text", "what /api/openapi.json describes", "A learning rate is a finite number, 0 or more.",
        "{0}: No column is named '{1}'. {2}", "The columns are {0}.", "Did you mean {0}?",
        "this line has {0} field{1} where the first has {2}: add what is missing, quote the cells that contain {3}, or give the right CsvOptions.Delimiter.", "tabs",
        "line {0}: {1}", "line {0}, column {1}: {2}", "one for each row, as a label does", "more than the {0} that make a category", "choose regression, or another target.", "choose another target, or group its values.",
        "'{0}' is not a number, as {1} of the {2} cells of '{3}' are: correct it, add it to CsvOptions.MissingValues, or declare the column as text in CsvOptions.Types.",
        "The target '{0}' has {1} different values in {2} rows, too few rows of each to learn from: {3}",
        "Column '{0}' holds {1} different texts in {2} rows, {3}: drop it (Table.Drop, or --drop on the command line), group its values, or raise maxLevels.",
        "learning rate {0} is {1} of the limit {2} = {3}, λ = {4}{5}", ": unstable",
    ];

    /// <summary>Sentences by the place where they stand.</summary>
    public static IReadOnlyList<(string Place, string Template)> All { get; } =
    [
        .. In("src/Thalweg.Lab", check: false), .. Elsewhen.Select(text => ("", text)), .. Problems.Names.Select(name => (name, Problems.Title(name))),
        .. new[] { Optimizer.Known, Activation.Known, Initializer.Known, Schedule.Known, Loss.Known, Metric.Known }.SelectMany(lines => lines).Select(line => (line.Name, line.Summary)),
        .. In("src/Thalweg/Descents/Checks", check: true), .. In("src/Thalweg/Catalogs", check: false),
        .. Drawn(), .. Written("Reports/TrainingReport.cs"), .. Written("Runs/DescentReport.cs"), ("TrainSettings", "classification"), ("TrainSettings", "regression"), .. new[] { "replacement", "permutation" }.Select(sampling => ("Race", sampling)),
        .. Tables(), .. Enum.GetNames<Severity>().Select(severity => ("Severity", severity)),
    ];

    /// <summary>What is wrong with a table that was uploaded or is to be learned from. Sentences that are put together of parts stand above.</summary>
    static IEnumerable<(string, string)> Tables()
    {
        string[] files = ["Categorizing.cs", "CsvHeader.cs", "CsvPieces.cs", "CsvTable.cs", "NumberFeature.cs", "TargetEncoder.cs", "Table.cs"];
        return In("src/Thalweg.Data", check: false).Where(one => files.Contains(one.Item1.Split(':')[0]) && !one.Item2.EndsWith(": ", StringComparison.Ordinal) && !char.IsLower(one.Item2[0]) || one.Item2 is ['i' or 't', ..] && one.Item1.StartsWith("Csv", StringComparison.Ordinal));
    }

    /// <summary>What stands in the charts of findings: titles, axes, legends.</summary>
    static IEnumerable<(string, string)> Drawn()
    {
        string[] drawers = ["LossChart", "Of", "Line", "Vertical"];
        foreach (var file in Repository.Sources.Where(file => file is { Project: "Thalweg", Folder: "Descents/Checks" } or { Project: "Thalweg", Folder: "Descents", Name: "Examination" }))
        {
            foreach (var text in Texts(file))
            {
                var near = text.Parent is ArgumentSyntax ? text.Parent.Parent!.Parent : null;
                bool isDrawn = near switch
                {
                    InvocationExpressionSyntax call => drawers.Contains(call.Expression.ToString().Split('.')[^1]),
                    ObjectCreationExpressionSyntax made => made.Type.ToString() is "Chart" or "ChartLine",
                    ImplicitObjectCreationExpressionSyntax made => made.Parent is ExpressionElementSyntax,
                    _ => false,
                };
                if (isDrawn)
                    yield return ($"{file.Name}.cs: {text}", Template(text));
            }
        }
    }

    /// <summary>What a report writes: its headings, sentences, captions, heads of tables, and the words in them.</summary>
    static IEnumerable<(string, string)> Written(string file)
    {
        string[] writers = ["Heading", "Say", "say", "Table", "Drawing", "Settings"];
        foreach (var text in Texts(Repository.Sources.Single(source => source.Path == "src/Thalweg.Lab/" + file)))
        {
            string template = Template(text);
            // The nearest call decides; words of a row's name, a head's column or a caption's variable are written too.
            var near = text.Ancestors().FirstOrDefault(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or BlockSyntax or MemberDeclarationSyntax or VariableDeclaratorSyntax or TupleExpressionSyntax or AnonymousFunctionExpressionSyntax);
            bool isWritten = near switch
            {
                InvocationExpressionSyntax call => writers.Contains(call.Expression.ToString().Split('.')[^1]),
                ImplicitObjectCreationExpressionSyntax made => made.Parent?.Parent?.Parent is VariableDeclarationSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Chart" } },
                ObjectCreationExpressionSyntax made => made.Type.ToString() == "Chart",
                VariableDeclaratorSyntax variable => variable.Identifier.Text == "caption",
                TupleExpressionSyntax tuple => tuple.Arguments[0].Expression == text,
                _ => text.Ancestors().OfType<ParameterSyntax>().Any(parameter => parameter.Identifier.Text == "heading"),
            };
            if (isWritten && template.Count(char.IsLetter) > 1)
                yield return ($"{file}:{text.GetLocation().GetLineSpan().StartLinePosition.Line + 1}", template);
        }
    }

    static IEnumerable<(string, string)> In(string folder, bool check)
    {
        foreach (var file in Repository.Sources.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal) && !Elsewhere.Any(part => file.Path.Contains(part, StringComparison.Ordinal))))
        {
            foreach (var text in Texts(file))
            {
                if (check ? IsFinding(text) : IsSaid(text))
                {
                    string template = Template(text);
                    if (IsWords(template) || (check && text.Parent?.Parent is PropertyDeclarationSyntax))
                        yield return ($"{file.Name + ".cs"}:{text.GetLocation().GetLineSpan().StartLinePosition.Line + 1}", template);
                }
            }
        }
    }

    /// <summary>The texts of a file, each whole.</summary>
    static IEnumerable<ExpressionSyntax> Texts(SourceFile file) => file.Syntax.DescendantNodes().OfType<ExpressionSyntax>().Where(IsWholeText);

    /// <summary>A text that isn't a part of a concatenation.</summary>
    static bool IsWholeText(ExpressionSyntax node) => IsText(node) && !(node.Parent is BinaryExpressionSyntax parent && IsText(parent));

    static bool IsText(ExpressionSyntax node) => node is InterpolatedStringExpressionSyntax
        || (node is LiteralExpressionSyntax && node.IsKind(SyntaxKind.StringLiteralExpression))
        || (node is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression) && IsText(sum.Left) && IsText(sum.Right));

    static bool IsSaid(ExpressionSyntax text) => text.Ancestors().TakeWhile(node => node is not (BlockSyntax or MemberDeclarationSyntax)).Any(node => node switch
    {
        ThrowExpressionSyntax or ThrowStatementSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Bad" or "NotFound" or "Forbidden" } } => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Forbidden" } } => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString() is "Refusal" || made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        ImplicitObjectCreationExpressionSyntax { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } } => method.ReturnType.ToString() is "Refusal" || method.ReturnType.ToString().EndsWith("Exception", StringComparison.Ordinal),
        AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.Text: "message" or "error" } => true,
        AssignmentExpressionSyntax assigned => assigned.Left.ToString().Contains("error", StringComparison.OrdinalIgnoreCase) || assigned.Left.ToString() is "Message",
        _ => false,
    }) || (text.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } own && own.ReturnType.ToString() is "Refusal" or "Refusal?"
            && text.Parent?.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Contains" or "StartsWith" or "EndsWith" } });

    static bool IsFinding(ExpressionSyntax text) => !text.Ancestors().Any(node => node switch
    {
        ElementAccessExpressionSyntax or ImplicitElementAccessSyntax or InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax { Type: GenericNameSyntax } } => true,
        InvocationExpressionSyntax call => call.Expression.ToString() is "examination.Run" or "Line" or "Vertical" or "string.Join" || call.Expression.ToString().EndsWith("Chart", StringComparison.Ordinal),
        ObjectCreationExpressionSyntax made => made.Type.ToString() is "Chart" or "ChartLine",
        _ => false,
    });

    static bool IsWords(string template) => template.Contains(' ', StringComparison.Ordinal) && template.Count(char.IsLetter) >= 4;

    static string Template(ExpressionSyntax text)
    {
        var (written, holes) = (new StringBuilder(), 0);
        Write(text);
        // Refusals leave an option's dashes out.
        return written.ToString().TrimStart('-');

        void Write(ExpressionSyntax part)
        {
            switch (part)
            {
                case BinaryExpressionSyntax sum:
                    Write(sum.Left);
                    Write(sum.Right);
                    break;
                case LiteralExpressionSyntax literal:
                    written.Append(literal.Token.ValueText);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents)
                    {
                        if (content is InterpolatedStringTextSyntax plain)
                            written.Append(plain.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
                        else
                            written.Append('{').Append(holes++).Append('}');
                    }
                    break;
            }
        }
    }
}
