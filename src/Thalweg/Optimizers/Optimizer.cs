using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>A rule that moves weights against their gradients. A string stands for one with default settings: <c>"adam"</c>.</summary>
/// <remarks>Names, defaults and updates are those of Keras 3. State belongs to the optimiser, in slots that Keras's names have.</remarks>
[Catalog]
public abstract class Optimizer
{
    readonly Dictionary<Variable, Slots> slots = [];
    readonly Variable iteration = new(Tensor.Scalar(0, DType.Int32), "iteration", trainable: false);
    readonly Variable currentRate = new(Tensor.Scalar(0), "learning_rate", trainable: false);

    /// <summary>An optimiser whose steps have the size that a schedule says.</summary>
    protected Optimizer(Schedule learningRate)
    {
        LearningRate = learningRate;
        (iteration.Path, currentRate.Path) = ($"{Name}/iteration", $"{Name}/learning_rate");
    }

    /// <summary>The size of a step, as it depends on the step's number. Setting it changes the steps from the next on.</summary>
    public Schedule LearningRate
    {
        get;
        set
        {
            field = value ?? throw new ArgumentNullException(nameof(value));
            currentRate.Assign(Tensor.Scalar(value.At(Iterations)));
        }
    }

    /// <summary>The name that Keras has for it.</summary>
    public string Name => OptimizerCatalog.NameOf(this) ?? "custom";

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. OptimizerCatalog.Entries.Select(entry => entry.Key)];

    /// <summary>How many steps have been taken.</summary>
    public int Iterations => iteration.Held.AsSpan<int>()[0];

    /// <summary>Its whole state: the number of steps, the rate of the next, and the slots of all weights in the order in which they were first moved.</summary>
    public IReadOnlyList<Variable> Variables => [iteration, currentRate, .. slots.Values.SelectMany(own => own.Variables)];

    /// <summary>Takes one step: moves each variable against its gradient. Where that fails, no variable has changed.</summary>
    /// <exception cref="ArgumentException">The numbers of variables and gradients differ, or a shape does.</exception>
    public void Apply(IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(gradients);
        if (variables.Count != gradients.Count)
        {
            throw new ArgumentException($"{variables.Count} variables but {gradients.Count} gradients; there must be one for each.", nameof(gradients));
        }
        var next = new Tensor[variables.Count];
        for (var i = 0; i < next.Length; i++)
        {
            var (w, g) = (variables[i], gradients[i]);
            if (g.Shape != w.Shape)
            {
                throw new ArgumentException($"The gradient of '{w.Path}' has shape {g.Shape}, the variable {w.Shape}.", nameof(gradients));
            }
            if (!slots.TryGetValue(w, out var own))
            {
                slots[w] = own = new Slots(w, Name);
            }
            own.Forget();
            next[i] = Update(w.Value, g.Cast(w.DType), new Step(this, w.DType), own);
        }
        for (var i = 0; i < next.Length; i++)
        {
            variables[i].Assign(next[i]);
            slots[variables[i]].Commit();
        }
        iteration.Assign(iteration.Value + 1);
        currentRate.Assign(Recorder.Current?.Ask(NextRate, DType.Float32) ?? Tensor.Scalar(LearningRate.At(Iterations)));
    }

    double NextRate() => LearningRate.At(Iterations + 1);

    /// <summary>The optimiser of a name, with default settings.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Optimizer FromName(string name) => Catalog.Make(OptimizerCatalog.Entries, name, "optimizer");

    /// <summary>The optimiser of a name, with default settings.</summary>
    public static implicit operator Optimizer(string name) => FromName(name);

    /// <summary>The rule: a weight after one step.</summary>
    /// <param name="w">The weight before.</param>
    /// <param name="g">The gradient of the loss by it.</param>
    /// <param name="step">The step's number and its learning rate.</param>
    /// <param name="slots">What is remembered of this weight from step to step.</param>
    protected abstract Tensor Update(Tensor w, Tensor g, in Step step, Slots slots);
}
