using System.Globalization;
using System.Text;
using Thalweg.Exchange.Hdf5;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Exchange.Keras;

/// <summary>Where Keras keeps a model's variables: groups by the classes of layers, numbered, and the optimiser's state in its order.</summary>
static class WeightGroups
{
    /// <summary>The groups of a model's layers, and its own.</summary>
    public static IEnumerable<WeightGroup> Of(Model model) => Of(model, "");

    /// <summary>The group of an optimiser whose state is complete.</summary>
    public static WeightGroup Of(Optimizer optimizer) => new("optimizer/vars", optimizer.Name, InKerasOrder(optimizer));

    /// <summary>The group of weights before averages took their place, which Keras doesn't look at; null where none did.</summary>
    public static WeightGroup? Unaveraged(Model model) =>
        model.Optimizer is { } optimizer && model.TrainableWeights.Any(weight => optimizer.Unaveraged.Of(weight) is not null)
            ? new(UnaveragedPath, "unaveraged", [.. model.TrainableWeights.Select(weight => optimizer.Unaveraged.Of(weight) is { } trained ? new Variable(trained, weight.Name) : weight)])
            : null;

    /// <summary>Where weights before their averages are kept.</summary>
    public const string UnaveragedPath = "thalweg/unaveraged/vars";

    /// <summary>
    /// Keras has averages of all weights first, then sums of gradients, then what the rule remembers, weight by weight; of RMSprop and
    /// AMSGrad, one kind after the other. The rate is a variable where it is no schedule.
    /// </summary>
    public static IReadOnlyList<Variable> InKerasOrder(Optimizer optimizer)
    {
        var owners = new List<string>();
        Variable[] sorted =
        [
            .. optimizer.Variables.Where(variable => variable.Name != "learning_rate" || optimizer.LearningRate is ConstantSchedule)
                .OrderBy(variable => Kind(optimizer, variable.Name))
                .ThenBy(variable => Kind(optimizer, variable.Name) == 0 ? 0 : Owner(variable))
                .ThenBy(variable => optimizer is ScheduleFreeAdamW && variable.Name == "velocity" ? 1 : 0),
        ];
        return Rule(optimizer) is Adafactor ? [.. AsKeras(sorted)] : sorted;

        int Owner(Variable variable)
        {
            var owner = variable.Path[..Math.Max(0, variable.Path.Length - variable.Name.Length)];
            if (!owners.Contains(owner))
            {
                owners.Add(owner);
            }
            return owners.IndexOf(owner);
        }
    }

    static Optimizer Rule(Optimizer optimizer) => optimizer is WrappedOptimizer wrapped ? Rule(wrapped.Inner) : optimizer;

    /// <summary>Keras's Adafactor has three variables for each weight: sums by rows and columns, and a whole velocity. Those that it doesn't use are zeros.</summary>
    static IEnumerable<Variable> AsKeras(IEnumerable<Variable> variables)
    {
        var rows = new Shape();
        foreach (var variable in variables)
        {
            if (variable.Name == "velocity")
            {
                yield return Idle(variable, "r", new Shape());
                yield return Idle(variable, "c", new Shape());
            }
            yield return variable;
            if (variable.Name == "r")
            {
                rows = variable.Shape;
            }
            else if (variable.Name == "c")
            {
                yield return Idle(variable, "velocity", [.. rows, variable.Shape[^1]]);
            }
        }

        static Variable Idle(Variable beside, string name, Shape shape) =>
            new(Tensor.Zeros(shape, beside.DType), name, trainable: false) { Path = beside.Path[..^beside.Name.Length] + name };
    }

    static int Kind(Optimizer optimizer, string name) => (optimizer, name) switch
    {
        (_, "iteration" or "learning_rate") => 0,
        (_, "average") => 1,
        (_, "gradient_accumulator") => 2,
        (LossScaleOptimizer, "step_counter") => 3,
        (RmsProp, "momentum") => 5,
        (RmsProp, "average_gradient") => 6,
        (_, "velocity_hat" or "u_product") => 6,
        _ => 4,
    };

    static IEnumerable<WeightGroup> Of(Model model, string prefix)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var layer in model.Layers)
        {
            var kind = Group(layer);
            var number = numbers[kind] = numbers.GetValueOrDefault(kind, -1) + 1;
            var path = $"{prefix}layers/{kind}{(number == 0 ? "" : "_" + number.ToString(CultureInfo.InvariantCulture))}";
            if (layer is Model inner)
            {
                foreach (var group in Of(inner, path + "/"))
                {
                    yield return group;
                }
                continue;
            }
            yield return new WeightGroup(path + "/vars", layer.Name, layer.Weights);
        }
        yield return new WeightGroup(prefix + "vars", model.Name, []);
    }

    /// <summary>The class in small letters with underscores: a digit doesn't begin a word, as in <c>conv2d</c>.</summary>
    static string Group(Layer layer)
    {
        var (name, text) = (layer.ClassName, new StringBuilder());
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !char.IsDigit(name[i - 1]))))
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
