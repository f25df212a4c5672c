using System.Text;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>A piece of a model: what it learns, and what it computes from its input.</summary>
/// <remarks>
/// A layer makes its weights when it first meets an input shape. The author of one writes <c>Build</c>,
/// <c>Call</c> and <see cref="OutputShape"/>; names, saving and gradients are seen to here.
/// </remarks>
[Catalog]
public abstract class Layer : IConfigured
{
    readonly List<Variable> weights = [];
    readonly List<(Variable Weight, Regularizer Regularizer)> regularized = [];

    /// <summary>Its class and the settings that make another one like it, without name and weights; null for a layer of one's own.</summary>
    public Configuration? Configuration => LayerCatalog.ConfigurationOf(this);

    /// <summary>A layer of a configuration, as <see cref="Configuration"/> gives it; settings that it doesn't know may be there if they are null.</summary>
    /// <exception cref="ArgumentException">There is no layer of that name, or a setting is unknown or wrong.</exception>
    public static Layer FromConfiguration(Configuration configuration) => Catalog.Make(LayerCatalog.Entries, configuration, "layer");

    /// <summary>What the layer is called in its model: given, or the class's name in small letters, numbered where there are several.</summary>
    public string Name { get => field ?? DefaultName; set; }

    /// <summary>Whether training may change its weights.</summary>
    public bool Trainable { get; set; } = true;

    /// <summary>The type of its weights, to which its input is converted.</summary>
    public DType DType { get; init; } = DType.Float32;

    /// <summary>Whether it has met an input shape, and made its weights.</summary>
    public bool IsBuilt => InputShapes.Count > 0;

    /// <summary>The shape it was built for, of several inputs that of the first; null before. The batch axis is <see cref="Shape.Unknown"/>.</summary>
    public Shape? InputShape => IsBuilt ? InputShapes[0] : default(Shape?);

    /// <summary>The shapes it was built for, one for each input; none before.</summary>
    public IReadOnlyList<Shape> InputShapes { get; private set; } = [];

    /// <summary>All weights, in the order in which they were made.</summary>
    public virtual IReadOnlyList<Variable> Weights => weights;

    /// <summary>The weights that training changes.</summary>
    public virtual IReadOnlyList<Variable> TrainableWeights => Trainable ? [.. Weights.Where(weight => weight.Trainable)] : [];

    /// <summary>How many numbers its weights hold.</summary>
    public long ParameterCount => Weights.Sum(weight => (long)weight.Shape.Size);

    /// <summary>What Keras calls the kind of layer.</summary>
    public virtual string ClassName => GetType().Name;

    internal string DefaultName => SnakeCase(ClassName);

    /// <summary>Whether somebody gave it a name.</summary>
    internal bool IsNamed => Name != DefaultName;

    /// <summary>The output for an input; the first one makes the weights.</summary>
    /// <exception cref="ArgumentException">The input's shape isn't one the layer takes.</exception>
    public Tensor Apply(Tensor x, CallContext context = default) => Single(ApplyAll([x], context));

    /// <summary>The output of a layer with several inputs, as <see cref="Add"/> is one.</summary>
    /// <example><code>new Add().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)])     // [4, 6]</code></example>
    /// <exception cref="ArgumentException">The layer takes another number of inputs, or one has a shape that it doesn't take.</exception>
    public Tensor Apply(IReadOnlyList<Tensor> x, CallContext context = default) => Single(ApplyAll(x, context));

    /// <summary>All outputs for all inputs: of a model with several of them.</summary>
    /// <exception cref="ArgumentException">The layer takes another number of inputs, or one has a shape that it doesn't take.</exception>
    public IReadOnlyList<Tensor> ApplyAll(IReadOnlyList<Tensor> x, CallContext context = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var (shapes, inputs) = (new Shape[x.Count], new Tensor[x.Count]);
        for (var i = 0; i < inputs.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(x[i], nameof(x));
            (shapes[i], inputs[i]) = (x[i].Rank == 0 ? x[i].Shape : x[i].Shape.With(0, Shape.Unknown), Admit(x[i]));
        }
        BuildFor(shapes);
        var outputs = Call(inputs, Trainable ? context : context with { IsFrozen = true });
        foreach (var output in outputs)
        {
            ActivityPenalties.Note(this, output);
            LayerOutputs.Listening?.Add((this, output));
        }
        return outputs;
    }

    /// <summary>Makes the weights for an input shape, batch axis included; nothing where that has been done.</summary>
    public void BuildFor(Shape input) => BuildFor((IReadOnlyList<Shape>)[input]);

    /// <summary>Makes the weights for the shapes of all inputs, batch axes included; nothing where that has been done.</summary>
    public void BuildFor(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (IsBuilt)
        {
            return;
        }
        Build(inputs);
        InputShapes = [.. inputs];
    }

    /// <summary>The shape of the output for an input of a shape, batch axis included.</summary>
    public abstract Shape OutputShape(Shape input);

    /// <summary>The shapes of all outputs for the shapes of all inputs, batch axes included.</summary>
    public virtual IReadOnlyList<Shape> OutputShapes(IReadOnlyList<Shape> inputs) => [OutputShape(Only(inputs))];

    /// <summary>Penalties on its weights, which the model adds to the loss.</summary>
    public virtual IEnumerable<Tensor> Penalties() => regularized.Select(pair => pair.Regularizer.Penalty(pair.Weight));

    /// <summary>The input in the type that the layer computes in.</summary>
    private protected virtual Tensor Admit(Tensor x) => x.Cast(DType);

    /// <summary>What it draws random numbers from while training; a file keeps where they are.</summary>
    public virtual IEnumerable<RandomStream> RandomStreams => [];

    /// <summary>Remembers where its random numbers are, and gives what puts them back there; a stream that isn't made yet stays unmade.</summary>
    internal virtual Action KeepRandom() => static () => { };

    /// <summary>Makes the weights.</summary>
    protected virtual void Build(Shape input)
    {
    }

    /// <summary>Makes the weights of a layer with any number of inputs.</summary>
    protected virtual void Build(IReadOnlyList<Shape> inputs) => Build(Only(inputs));

    /// <summary>Computes the output.</summary>
    protected abstract Tensor Call(Tensor x, in CallContext context);

    /// <summary>Computes the outputs of a layer with any number of inputs.</summary>
    protected virtual IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> x, in CallContext context) => [Call(Only(x), context)];

    /// <summary>Makes one weight, of the layer's type where no other is given.</summary>
    protected Variable AddWeight(string name, Shape shape, Initializer initializer, Regularizer? regularizer = null, bool trainable = true, DType? type = null, Constraint? constraint = null)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        var weight = new Variable(initializer.First(shape, type ?? DType), name, trainable) { Path = $"{Name}/{name}" };
        weight.Constraint = constraint is null ? null : constraint.Apply;
        weights.Add(weight);
        if (regularizer is not null)
        {
            regularized.Add((weight, regularizer));
        }
        return weight;
    }

    /// <summary>The exception for an input that the layer can't take: its name, what came, what was expected, how to mend it.</summary>
    protected ArgumentException Unfit(string problem, string remedy) => new($"{ClassName} '{Name}': {problem}. {remedy}.");

    Shape Only(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count == 1 ? inputs[0] : throw TooMany(inputs.Count);
    }

    Tensor Only(IReadOnlyList<Tensor> inputs) => inputs.Count == 1 ? inputs[0] : throw TooMany(inputs.Count);

    Tensor Single(IReadOnlyList<Tensor> outputs) => outputs.Count == 1 ? outputs[0] : throw Unfit($"it has {outputs.Count} outputs, but one is asked for", "ApplyAll gives all of them");

    ArgumentException TooMany(int count) => Unfit($"it takes one input, but got {count}", "Merge them first, as Concatenate does");

    static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // A digit doesn't begin a word: conv2d.
            if (i > 0 && char.IsUpper(name[i]) && !char.IsDigit(name[i - 1]) && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1])))
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
