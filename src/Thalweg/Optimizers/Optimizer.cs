using Thalweg.Catalogs;
using Thalweg.Optimizers.Transformations;
using Thalweg.Plans;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>A rule that moves weights against their gradients. A string stands for one: <c>"adam"</c>, <c>"sgd(learning_rate=0.1, momentum=0.9)"</c>.</summary>
/// <remarks>
/// Names, defaults and updates are those of Keras 3. Every optimiser has the same options; what they do stands in the folder
/// Transformations, one small class each, which the rule knows nothing of. A step divides gradients by the loss scale,
/// accumulates them, clips them, decays weights, applies the rule, averages, and applies the weights' constraints, in this
/// order. State belongs to the optimiser, in slots that have Keras's names.
/// </remarks>
/// <example><code>new Adam(0.001) { WeightDecay = 0.004, ClipNorm = 1, UseEma = true }</code></example>
[Catalog]
public abstract class Optimizer : IConfigured
{
    readonly Dictionary<Variable, Slots> slots = [];
    readonly OptimizerState state;
    readonly Variable iteration = new(Tensor.Scalar(0, DType.Int32), "iteration", trainable: false);
    readonly Variable currentRate = new(Tensor.Scalar(0), "learning_rate", trainable: false);
    IReadOnlyList<Transformation>? pipeline;

    /// <summary>An optimiser whose steps have the size that a schedule says.</summary>
    protected Optimizer(Schedule learningRate)
    {
        state = new OptimizerState(Name);
        Shared = new Slots(null, state.Register);
        (iteration.Path, currentRate.Path) = ($"{Name}/iteration", $"{Name}/learning_rate");
        LearningRate = learningRate;
    }

    /// <summary>The size of a step, as it depends on the step's number. Setting it changes the steps from the next on.</summary>
    public virtual Schedule LearningRate
    {
        get;
        set
        {
            field = value ?? throw new ArgumentNullException(nameof(value));
            currentRate.Assign(Tensor.Scalar(value.At(Batches)));
        }
    }

    /// <summary>How much each weight shrinks in a step, times the learning rate: w ← w − α λ w before the rule. None by default. See <see cref="Transformations.WeightDecay"/>.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>Parts of the paths of weights that don't decay, as <c>["bias", "norm"]</c>.</summary>
    public IReadOnlyList<string> ExcludeFromWeightDecay { get; init; } = [];

    /// <summary>The greatest Euclidean norm of the gradient of each weight. None by default. See <see cref="Transformations.ClipNorm"/>.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The greatest absolute value of each element of a gradient. None by default. See <see cref="Transformations.ClipValue"/>.</summary>
    public double? ClipValue { get; init; }

    /// <summary>The greatest Euclidean norm of all gradients together. None by default. See <see cref="Transformations.GlobalClipNorm"/>.</summary>
    public double? GlobalClipNorm { get; init; }

    /// <summary>Whether running averages of the weights are kept, which take their place when a training ends. See <see cref="WeightAverage"/>.</summary>
    public bool UseEma { get; init; }

    /// <summary>How much of the average stays in each step, in [0, 1).</summary>
    public double EmaMomentum { get; init => field = Require.InUnitInterval(value); } = 0.99;

    /// <summary>After how many steps the averages take the weights' place; only at the end where it isn't given.</summary>
    public int? EmaOverwriteFrequency { get; init; }

    /// <summary>What the loss is multiplied by before gradients are taken, and gradients are divided by. None by default.</summary>
    public double? LossScaleFactor { get; init; }

    /// <summary>How many batches' gradients are averaged before weights move; 1 where it isn't given. See <see cref="GradientAccumulation"/>.</summary>
    public int? GradientAccumulationSteps { get; init => field = value is { } steps ? Require.Positive(steps) : null; }

    /// <summary>Whether gradients of matrices lose their mean. See <see cref="Transformations.GradientCentralization"/>.</summary>
    public bool CentralizeGradients { get; init; }

    /// <summary>Further transformations, of one's own or of the folder Transformations, in their order, before clipping.</summary>
    public IReadOnlyList<Transformation> Transformations { get; init; } = [];

    /// <summary>The name that Keras has for it.</summary>
    public string Name => OptimizerCatalog.NameOf(this) ?? "custom";

    /// <summary>Its class and all its settings; null for one of one's own.</summary>
    public Configuration? Configuration => OptimizerCatalog.ConfigurationOf(this);

    /// <summary>The names that a string may be.</summary>
    public static IReadOnlyList<string> Names { get; } = Catalog.Names(OptimizerCatalog.Entries);

    /// <summary>All optimisers that have a name, with what each is.</summary>
    public static IReadOnlyList<CatalogLine> Known { get; } = Catalog.Lines(OptimizerCatalog.Entries);

    /// <summary>How often the weights have moved: with gradient accumulation, a part of the batches.</summary>
    public virtual int Iterations => Batches / (GradientAccumulationSteps ?? 1);

    /// <summary>How many batches it has seen.</summary>
    internal int Batches => iteration.Held.AsSpan<int>()[0];

    /// <summary>Its whole state: the number of steps, the rate of the next, what belongs to no single weight, and the slots of all weights in the order in which they were first moved.</summary>
    public virtual IReadOnlyList<Variable> Variables => [iteration, currentRate, .. Shared.Variables, .. slots.Values.SelectMany(own => own.Variables)];

    /// <summary>The weights before averages took their place, from which a training goes on.</summary>
    public UnaveragedWeights Unaveraged { get; } = new();

    /// <summary>What is remembered of no single weight.</summary>
    protected internal Slots Shared { get; }

    /// <summary>Whether it looks at values while it works, so that its steps can't be plans.</summary>
    public virtual bool NeedsValues => false;

    IReadOnlyList<Transformation> Pipeline => pipeline ??= OptimizerPipeline.Of(this);

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
        Draft(variables, [.. variables.Select(variable => variable.Value)], gradients).Commit();
    }

    /// <summary>Makes the state of weights that haven't moved yet, as their first step would, so that all of <see cref="Variables"/> is there. Nothing moves.</summary>
    public void Build(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (!NeedsValues)
        {
            // Written down but not computed: a step of a large model would take several times its memory.
            Tracer.Trace(gradients =>
            {
                Draft(variables, [.. variables.Select(variable => variable.Value)], gradients).Drop();
                return [];
            }, [.. variables.Select(variable => variable.Held)]);
        }
    }

    /// <summary>Takes one step down a function of variables, and gives its value before the step.</summary>
    public virtual Tensor Minimize(Func<Tensor> loss, IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Tensor? value = null;
        var (_, gradients) = Gradient.Of(() => ScaleLoss(value = loss()), variables);
        Apply(variables, gradients);
        return value!.StopGradient();
    }

    /// <summary>The loss to take gradients of: times the loss scale, where there is one.</summary>
    public virtual Tensor ScaleLoss(Tensor loss) => LossScaleFactor is { } factor ? loss * factor : loss;

    /// <summary>At the end of a training: puts averages in the weights' place, where there are any.</summary>
    public virtual void Finish(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var variable in variables)
        {
            if (slots.TryGetValue(variable, out var own))
            {
                foreach (var transformation in Pipeline)
                {
                    transformation.Finish(variable, own);
                }
            }
        }
    }

    /// <summary>What is remembered of a weight under a name; null where nothing is.</summary>
    public virtual Tensor? Remembered(Variable variable, string slot) => slots.TryGetValue(variable, out var own) ? own.Find(slot)?.Value : null;

    /// <summary>Takes over a state that was saved. What belongs to weights that haven't moved yet is kept until they do.</summary>
    /// <param name="values">The saved <see cref="Variables"/>, by their paths.</param>
    /// <exception cref="ArgumentException">A shape differs; nothing has changed then.</exception>
    public void SetState(IReadOnlyDictionary<string, Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var own = Variables;
        foreach (var variable in own)
        {
            if (values.TryGetValue(variable.Path, out var value) && value.Shape != variable.Shape)
            {
                throw new ArgumentException($"The state '{variable.Path}' has shape {variable.Shape}, but the value has {value.Shape}. It was saved for other weights.", nameof(values));
            }
        }
        foreach (var variable in own)
        {
            if (values.TryGetValue(variable.Path, out var value))
            {
                variable.Assign(value);
            }
        }
        Keep(values);
    }

    /// <summary>The optimiser of a configuration; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or a setting is unknown or wrong.</exception>
    public static Optimizer FromConfiguration(Configuration configuration) => Catalog.Make(OptimizerCatalog.Entries, configuration, "optimizer");

    /// <summary>The optimiser of a name, with settings in brackets where they aren't the default ones.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it has no such setting.</exception>
    public static Optimizer FromName(string name) => Catalog.Make(OptimizerCatalog.Entries, name, "optimizer");

    /// <summary>The optimiser of a name, with default settings or those in brackets.</summary>
    public static implicit operator Optimizer(string name) => FromName(name);

    /// <summary>The rule: a weight after one step.</summary>
    /// <param name="w">The weight before.</param>
    /// <param name="g">The gradient of the loss by it.</param>
    /// <param name="step">The step's number and its learning rate.</param>
    /// <param name="slots">What is remembered of this weight from step to step.</param>
    protected abstract Tensor Update(Tensor w, Tensor g, in Step step, Slots slots);

    /// <summary>The rule for all weights, one after the other; for rules that look at all of them together, something else.</summary>
    protected virtual void Move(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            draft.Weights[i] = Update(draft.Weights[i], draft.Gradients[i], draft.StepOf(i), draft.SlotsOf(i));
        }
    }

    /// <summary>The decay of one weight; what <see cref="WeightDecay"/> says, for most optimisers.</summary>
    protected internal virtual double? DecayOf(Variable variable) =>
        ExcludeFromWeightDecay.Any(part => variable.Path.Contains(part, StringComparison.Ordinal)) ? null : WeightDecay;

    /// <summary>Keeps saved values for slots that aren't there yet.</summary>
    internal virtual void Keep(IReadOnlyDictionary<string, Tensor> values) => state.Keep(values);

    /// <summary>Gives its state paths below another optimiser's, for one that is a part of it.</summary>
    internal virtual void PutUnder(string prefix)
    {
        state.Optimizer = $"{prefix}/{Name}";
        (iteration.Path, currentRate.Path) = ($"{state.Optimizer}/iteration", $"{state.Optimizer}/learning_rate");
    }

    /// <summary>A step worked out, but not taken.</summary>
    internal StepDraft Draft(IReadOnlyList<Variable> variables, ReadOnlySpan<Tensor> weights, IReadOnlyList<Tensor> gradients)
    {
        var (own, cast) = (new Slots[variables.Count], new Tensor[variables.Count]);
        for (var i = 0; i < own.Length; i++)
        {
            var (w, g) = (variables[i], gradients[i]);
            if (g.Shape != w.Shape)
            {
                throw new ArgumentException($"The gradient of '{w.Path}' has shape {g.Shape}, the variable {w.Shape}.", nameof(gradients));
            }
            if (!slots.TryGetValue(w, out own[i]!))
            {
                slots[w] = own[i] = new Slots(w, state.Register);
            }
            own[i].Forget();
            cast[i] = g.Cast(w.DType);
        }
        Shared.Forget();
        var draft = new StepDraft(this, variables, weights.ToArray(), cast, own);
        foreach (var transformation in Pipeline)
        {
            transformation.BeforeRule(draft);
        }
        Move(draft);
        draft.Settle(Shared);
        foreach (var transformation in Pipeline)
        {
            transformation.AfterRule(draft);
        }
        return draft;
    }

    internal void ForgetShared() => Shared.Forget();

    internal void CommitShared(StepDraft draft)
    {
        Shared.Commit();
        var next = Recorder.Current?.Ask(() => LearningRate.At(Batches + 1), DType.Float32) ?? Tensor.Scalar(LearningRate.At(Batches + 1));
        if (draft.Advances is { } advances)
        {
            currentRate.Assign(Tensor.Where(advances, next, currentRate.Value));
            iteration.Assign(Tensor.Where(advances, iteration.Value + 1, iteration.Value));
            return;
        }
        currentRate.Assign(next);
        iteration.Assign(iteration.Value + 1);
    }
}
