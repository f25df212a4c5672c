namespace Thalweg.Models;

/// <summary>Whether data fits a model: a tensor for each input and output, with the same number of rows.</summary>
static class SampleChecks
{
    /// <summary>The data of a training or a test, the inputs in the types that the model takes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">One tensor for each input.</param>
    /// <param name="y">One for each output.</param>
    /// <param name="weights">None, one for all outputs, or one for each.</param>
    /// <exception cref="ArgumentException">There are too many or too few, or their rows differ in number.</exception>
    public static Samples Of(Model model, IReadOnlyList<Tensor> x, IReadOnlyList<Tensor> y, IReadOnlyList<Tensor> weights)
    {
        var inputs = Inputs(model, x);
        ArgumentNullException.ThrowIfNull(y);
        var (inputNames, outputNames) = (model.InputNames, model.OutputNames);
        if (y.Count != outputNames.Count)
        {
            throw new ArgumentException($"{model.ClassName} '{model.Name}' has {Counted(outputNames, "output")}, but y has {y.Count} tensors. Give one for each, in this order.", nameof(y));
        }
        if (weights.Count > 1 && weights.Count != outputNames.Count)
        {
            throw new ArgumentException($"{model.ClassName} '{model.Name}' has {Counted(outputNames, "output")}, but there are {weights.Count} sampleWeights. Give one for all outputs, or one for each.", nameof(weights));
        }
        if (x.Count == 1 && y.Count == 1)
        {
            RequireRows(x[0], y[0], weights.Count > 0 ? weights[0] : null);
            return new Samples(inputs, y, weights);
        }
        var rows = x[0].Shape[0];
        for (var i = 0; i < y.Count; i++)
        {
            Demand(y[i], $"y for the output '{outputNames[i]}'");
        }
        for (var i = 0; i < weights.Count; i++)
        {
            Demand(weights[i], weights.Count == 1 ? "sampleWeight" : $"sampleWeight for the output '{outputNames[i]}'");
        }
        if (rows == 0)
        {
            throw new ArgumentException($"There are no samples: x for the input '{inputNames[0]}' has shape {x[0].Shape}.", nameof(x));
        }
        return new Samples(inputs, y, weights);

        void Demand(Tensor tensor, string what)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            if (tensor.Rank == 0 || tensor.Shape[0] != rows)
            {
                throw new ArgumentException($"x for the input '{inputNames[0]}' has shape {x[0].Shape} and {what} {tensor.Shape}; the first axis must count the same samples in all.", nameof(y));
            }
        }
    }

    /// <summary>What goes into a model, in the types that it takes.</summary>
    /// <exception cref="ArgumentException">There are too many or too few, or their rows differ in number.</exception>
    public static Tensor[] Inputs(Model model, IReadOnlyList<Tensor> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var names = model.InputNames;
        if (x.Count != names.Count)
        {
            throw new ArgumentException($"{model.ClassName} '{model.Name}' has {Counted(names, "input")}, but x has {x.Count} tensors. Give one for each, in this order.", nameof(x));
        }
        for (var i = 0; i < x.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(x[i], nameof(x));
            if (x.Count > 1 && (x[i].Rank == 0 || x[i].Shape[0] != x[0].Shape[0]))
            {
                throw new ArgumentException($"x for the input '{names[0]}' has shape {x[0].Shape} and for '{names[i]}' {x[i].Shape}; the first axis must count the same samples in all.", nameof(x));
            }
        }
        return [.. x.Select((tensor, i) => tensor.Cast(model.TypeOfInput(i)))];
    }

    /// <summary>Whether samples, what is expected of them and weights have the same rows.</summary>
    public static void RequireRows(Tensor x, Tensor y, Tensor? sampleWeight)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0 || x.Shape[0] != y.Shape[0])
        {
            throw new ArgumentException($"x has shape {x.Shape} and y {y.Shape}; the first axis must count the same samples in both.", nameof(y));
        }
        if (x.Shape[0] == 0)
        {
            throw new ArgumentException($"There are no samples: x has shape {x.Shape}.", nameof(x));
        }
        if (sampleWeight is not null && (sampleWeight.Rank == 0 || sampleWeight.Shape[0] != x.Shape[0]))
        {
            throw new ArgumentException($"sampleWeight has shape {sampleWeight.Shape}, but there are {x.Shape[0]} samples; one weight for each is expected.", nameof(sampleWeight));
        }
    }

    /// <summary>Refuses a model with several inputs or outputs, for what is made for one of each.</summary>
    /// <exception cref="ArgumentException">The model has several.</exception>
    public static void RequireSingle(Model model, string what)
    {
        if (model.InputNames.Count != 1 || model.OutputNames.Count != 1)
        {
            throw new ArgumentException(
                $"{what} takes a model with one input and one output, but {model.ClassName} '{model.Name}' has {Counted(model.InputNames, "input")} and {Counted(model.OutputNames, "output")}. Make a Functional of the part with one of each.", nameof(model));
        }
    }

    static string Counted(IReadOnlyList<string> names, string what) => $"{names.Count} {what}{(names.Count == 1 ? "" : "s")} ({string.Join(", ", names)})";
}
