using Thalweg.Catalogs;
using Thalweg.Descents.Checks;
using Thalweg.Models;

namespace Thalweg.Descents;

/// <summary>Finds out why a model doesn't learn, or that it does.</summary>
/// <remarks>
/// The model is trained briefly as it would be by <c>Fit</c>; each check looks for one fault, and where it finds it trains again with
/// the remedy, from the same weights and with the same order of rows. Causes come before what they cause: where a remedy helped, the checks
/// after it look at the training that has it. Afterwards the model, its optimiser and the seed are what they were.
/// </remarks>
public static class Diagnosing
{
    static readonly ICheck[] Checks =
    [
        new LabelsOutOfRange(), new SoftmaxMissing(), new LogitsAsProbabilities(), new ProbabilitiesAsLogits(), new TargetsOutOfReach(),
        new UnscaledInputs(), new ExplodingGradients(), new VanishingGradients(), new LearningRateTooHigh(), new DeadUnits(), new LearningRateTooLow(),
        new UnshuffledRows(), new LeakedLabels(), new ClassImbalance(), new Overfitting(),
    ];

    /// <summary>The names of all that is looked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Checks.Select(check => check.Name)];

    extension(Model model)
    {
        /// <summary>Trains the model briefly and looks for what is wrong: with inputs, labels, loss, learning rate, gradients, units, order and size.</summary>
        /// <param name="x">The samples, (rows, …), as they would be given to <c>Fit</c>.</param>
        /// <param name="y">What is expected of them.</param>
        /// <param name="options">How the model will be trained, and how briefly it is now.</param>
        /// <param name="progress">Is told the name of each training as it begins.</param>
        /// <param name="cancellation">Stops between two steps; the model is then as before, too.</param>
        /// <exception cref="InvalidOperationException">The model isn't compiled, or its optimiser chooses its steps by itself (L-BFGS).</exception>
        /// <exception cref="ArgumentException">The data don't fit together, or there are fewer than ten rows.</exception>
        /// <example><code>
        /// var diagnosis = model.Diagnose(x, y);
        /// Console.Write(diagnosis);
        /// </code></example>
        public Diagnosis Diagnose(Tensor x, Tensor y, DiagnosisOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(model);
            options ??= new DiagnosisOptions();
            SampleChecks.RequireSingle(model, "Diagnose");
            SampleChecks.RequireRows(x, y, null);
            Require.Positive(options.Epochs);
            Require.Positive(options.BatchSize);
            Require.InUnitInterval(options.ValidationSplit);
            if (x.Shape[0] * (1 - options.ValidationSplit) < LeastRows)
            {
                throw new ArgumentException($"There are {x.Shape[0]} rows, {options.ValidationSplit:g3} of them held back; a diagnosis needs {LeastRows} to train on.", nameof(x));
            }
            var compiled = model.Compiled("Diagnose");
            using var examination = new Examination(model, compiled, x, y, options, progress, cancellation);
            var (baseline, range) = (examination.Baseline, examination.Range);
            List<Finding> findings = [];
            foreach (var check in Checks)
            {
                if (check.Look(examination) is not { } finding)
                {
                    continue;
                }
                findings.Add(finding);
                if (finding.Effect is { Improved: true })
                {
                    examination.Adopt();
                }
            }
            return new Diagnosis(
                [.. findings.OrderByDescending(finding => finding.Severity)], Names, baseline.Losses, baseline.HeldLosses, baseline.Classes?.Accuracy, range, baseline.Stability);
        }
    }

    const int LeastRows = 10;
}
