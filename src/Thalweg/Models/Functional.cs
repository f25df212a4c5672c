using Thalweg.Layers;

namespace Thalweg.Models;

/// <summary>A model with any number of inputs and outputs, described by applying layers to tensors that aren't there yet.</summary>
/// <remarks>Layers that were applied several times share their weights. It is a layer itself, and may be part of another model.</remarks>
/// <example><code>
/// var a = Input.Of(4, name: "a");
/// var b = Input.Of(3, name: "b");
/// var both = new Concatenate().Apply([new Dense(5, "tanh").Apply(a), new Dense(5, "tanh").Apply(b)]);
/// var model = new Functional([a, b], [new Dense(1, "sigmoid") { Name = "yes" }.Apply(both), new Dense(3, "softmax") { Name = "which" }.Apply(both)]);
/// model.Compile("adam", losses: new() { ["yes"] = "binary_crossentropy", ["which"] = "categorical_crossentropy" });
/// </code></example>
public sealed class Functional : Model
{
    readonly Dictionary<LayerCall, int> numbers = [];

    /// <summary>A model with one input and one output.</summary>
    /// <param name="input">What <see cref="Input"/> gave.</param>
    /// <param name="output">What layers made of it.</param>
    /// <param name="name">What the model is called.</param>
    public Functional(SymbolicTensor input, SymbolicTensor output, string? name = null) : this([input], [output], name)
    {
    }

    /// <summary>A model of all layers between some inputs and outputs.</summary>
    /// <param name="inputs">What <see cref="Input"/> gave, in the order in which data is given.</param>
    /// <param name="outputs">What layers made of them.</param>
    /// <param name="name">What the model is called.</param>
    /// <exception cref="ArgumentException">An input isn't one or is there twice, an output needs another input, or two layers have the same name.</exception>
    public Functional(IReadOnlyList<SymbolicTensor> inputs, IReadOnlyList<SymbolicTensor> outputs, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        name ??= DefaultName;
        Name = name;
        if (inputs.Count == 0 || outputs.Count == 0)
        {
            throw new ArgumentException($"Functional '{name}' has {inputs.Count} inputs and {outputs.Count} outputs; it needs one of each at least.", nameof(inputs));
        }
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Layer is not InputLayer)
            {
                throw new ArgumentException($"Functional '{name}': input {i} comes from {inputs[i].Layer.ClassName} '{inputs[i].Layer.Name}'. An input is what Input.Of gives.", nameof(inputs));
            }
            if (inputs.Take(i).Contains(inputs[i]))
            {
                throw new ArgumentException($"Functional '{name}': the input '{inputs[i].Layer.Name}' is there twice.", nameof(inputs));
            }
        }
        (Inputs, Outputs) = ([.. inputs], [.. outputs]);
        Calls = FunctionalGraph.Calls(name, Inputs, Outputs);
        Layers = FunctionalGraph.Layers(Inputs, Outputs, Calls);
        Christen();
        foreach (var layer in Layers)
        {
            LayerNames.SetPaths(name, layer);
        }
        BuildFor([.. Inputs.Select(input => input.Shape)]);
    }

    /// <summary>What goes in, in the order in which data is given.</summary>
    public IReadOnlyList<SymbolicTensor> Inputs { get; }

    /// <summary>What comes out, in the order of what is expected and predicted.</summary>
    public IReadOnlyList<SymbolicTensor> Outputs { get; }

    /// <summary>The uses of layers, in the order in which they are computed; inputs are among them.</summary>
    public IReadOnlyList<LayerCall> Calls { get; }

    /// <summary>The layers in Keras's order, those of inputs among them: the furthest from the outputs first.</summary>
    public override IReadOnlyList<Layer> Layers { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> InputNames => [.. Inputs.Select(input => input.Layer.Name)];

    /// <summary>The names of the layers that give the outputs, numbered where one gives several.</summary>
    public override IReadOnlyList<string> OutputNames
    {
        get
        {
            var names = new List<string>();
            foreach (var output in Outputs)
            {
                var name = output.Layer.Name;
                for (var number = 1; names.Contains(name); number++)
                {
                    name = $"{output.Layer.Name}_{number}";
                }
                names.Add(name);
            }
            return names;
        }
    }

    /// <summary>Which of its layer's uses in this model a use is; the first is 0.</summary>
    /// <exception cref="ArgumentException">It isn't in the model.</exception>
    public int NumberOf(LayerCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return numbers.TryGetValue(call, out var number) ? number
            : throw new ArgumentException($"Functional '{Name}' doesn't use the layer '{call.Layer.Name}' in this way.", nameof(call));
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => OutputShapes([input]) is [var only] ? only
        : throw Unfit($"it has {Outputs.Count} outputs", "OutputShapes gives the shapes of all");

    /// <inheritdoc/>
    public override IReadOnlyList<Shape> OutputShapes(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        RequireCount(inputs.Count);
        var shapes = new Dictionary<SymbolicTensor, Shape>();
        for (var i = 0; i < Inputs.Count; i++)
        {
            shapes[Inputs[i]] = inputs[i];
        }
        foreach (var call in Calls.Where(call => call.Layer is not InputLayer))
        {
            foreach (var (output, shape) in call.Outputs.Zip(call.Layer.OutputShapes([.. call.Inputs.Select(input => shapes[input])])))
            {
                shapes[output] = shape;
            }
        }
        return [.. Outputs.Select(output => shapes[output])];
    }

    /// <summary>Its inputs' layers convert what comes in.</summary>
    private protected override Tensor Admit(Tensor x) => x;

    private protected override DType InputType(int input) => Inputs[input].DType;

    private protected override DType OutputType(int output) => Outputs[output].DType;

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<Shape> inputs)
    {
        // Its layers were built as they were applied.
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context) => Call([x], context)[0];

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> x, in CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequireCount(x.Count);
        var values = new Dictionary<SymbolicTensor, Tensor>();
        for (var i = 0; i < Inputs.Count; i++)
        {
            values[Inputs[i]] = Inputs[i].Layer.Apply(x[i].Cast(InputType(i)), context);
        }
        foreach (var call in Calls)
        {
            if (call.Layer is InputLayer)
            {
                continue;
            }
            var outputs = call.Layer.ApplyAll([.. call.Inputs.Select(input => values[input])], context);
            for (var i = 0; i < outputs.Count; i++)
            {
                values[call.Outputs[i]] = outputs[i];
            }
        }
        return [.. Outputs.Select(output => values[output])];
    }

    void RequireCount(int count)
    {
        if (count != Inputs.Count)
        {
            throw Unfit($"it takes {Inputs.Count} inputs ({string.Join(", ", InputNames)}), but got {count}", "Give a list with one for each");
        }
    }

    /// <summary>Names the layers that have none in the order in which they were first applied, and numbers each layer's uses.</summary>
    void Christen()
    {
        var (taken, uses) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<Layer, int>());
        LayerCall[] all = [.. Calls.Concat(Inputs.Select(input => input.Call)).Distinct().OrderBy(call => call.Number)];
        foreach (var call in all)
        {
            numbers[call] = uses[call.Layer] = uses.GetValueOrDefault(call.Layer, -1) + 1;
        }
        var named = uses.Keys.Where(layer => layer.IsNamed).ToArray();
        foreach (var layer in named.Concat(all.Select(call => call.Layer).Distinct().Except(named)))
        {
            LayerNames.Christen(this, layer, taken);
            taken.Add(layer.Name);
        }
    }
}
