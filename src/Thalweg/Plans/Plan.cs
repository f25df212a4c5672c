using System.Diagnostics;

namespace Thalweg.Plans;

/// <summary>
/// A function of tensors and variables, traced once for inputs of some shapes and types, improved, and kept as a flat list of
/// instructions over memory of its own. Running it gives the bits that the function gives, and allocates only its results.
/// </summary>
/// <remarks>
/// The function must be one of tensors: a C# condition on a value can't be traced. It reads and sets variables as it would
/// without a plan; new values are written when everything else has been computed, so that a failure leaves all as they were.
/// </remarks>
/// <example><code>
/// var norm = Plan.Trace(x => x.Square().Sum().Sqrt());
/// norm(Tensor.Of(3f, 4f));        // 5, traced for shape (2,)
/// norm(Tensor.Of(1f, 2f, 2f));    // 3, traced anew for shape (3,)
/// </code></example>
public sealed class Plan
{
    readonly Graph graph;
    readonly Arena arena;
    readonly Instruction[] instructions;
    readonly (Variable Variable, Tensor[] Tensors, bool IsWritten)[] variables;
    readonly Lock running = new();
    bool profiling;
    long profiledRuns;

    Plan(Graph graph)
    {
        this.graph = graph;
        ConstantFolding.Run(graph);
        CommonSubexpressions.Run(graph);
        Pruning.Run(graph);
        MatrixEpilogues.Run(graph);
        ElementwiseFusion.Run(graph);
        Pruning.Run(graph);
        var places = InPlaceUpdates.Run(graph);
        arena = Arena.Assign(graph, places);
        instructions = [.. graph.Instructions];
        Pin(graph);
        arena.Allocate();
        variables =
        [
            .. graph.Reads.Select(read => (read.Key, read.Value)).Concat(places.Select(place => (place.Value, place.Key)))
                .GroupBy(pair => pair.Item1, pair => pair.Item2)
                .Select(group => (group.Key, group.ToArray(), graph.Updates.ContainsKey(group.Key))),
        ];
    }

    /// <summary>Bytes of memory that intermediate values share.</summary>
    public long ArenaSize => arena.Size;

    /// <summary>How many instructions there are.</summary>
    public int InstructionCount => instructions.Length;

    /// <summary>The function as plans: traced at its first call and for each new shape or type of its input.</summary>
    public static Func<Tensor, Tensor> Trace(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var traced = new TracedFunction(inputs => [function(inputs[0])]);
        return x => traced.Run(x)[0];
    }

    /// <summary>A function of two tensors as plans.</summary>
    public static Func<Tensor, Tensor, Tensor> Trace(Func<Tensor, Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var traced = new TracedFunction(inputs => [function(inputs[0], inputs[1])]);
        return (a, b) => traced.Run(a, b)[0];
    }

    /// <summary>A function of any number of tensors, and with any number of results, as plans.</summary>
    public static TracedFunction Trace(Func<Tensor[], Tensor[]> function) => new(function);

    /// <summary>The plan of a function for inputs with the shapes and types of some.</summary>
    public static Plan For(Func<Tensor[], Tensor[]> function, params ReadOnlySpan<Tensor> like)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new Plan(Tracer.Trace(function, like));
    }

    /// <summary>The results for inputs of the shapes and types that the plan was made for.</summary>
    /// <exception cref="ArgumentException">An input has another shape or type.</exception>
    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs)
    {
        lock (running)
        {
            Require(inputs);
            for (var i = 0; i < inputs.Length; i++)
            {
                var bytes = inputs[i].Size * inputs[i].DType.Size;
                inputs[i].Buffer.Span<byte>(bytes).CopyTo(graph.Inputs[i].Buffer.Span<byte>(bytes));
            }
            Execute();
            return Results();
        }
    }

    /// <summary>Runs with rows of tensors as inputs, without making tensors of them: row i of an input is row <c>rows[i]</c> of its tensor.</summary>
    /// <param name="sources">For each input, a tensor with the same axes after the first.</param>
    /// <param name="rows">Which rows; as many as the inputs have.</param>
    /// <param name="destinations">Where the rows of the results go, of the first ones; nowhere where none is given.</param>
    /// <param name="destinationRow">The row that they begin at.</param>
    internal void RunRows(ReadOnlySpan<Tensor> sources, ReadOnlySpan<int> rows, ReadOnlySpan<Tensor> destinations = default, int destinationRow = 0)
    {
        lock (running)
        {
            for (var i = 0; i < sources.Length; i++)
            {
                var input = graph.Inputs[i];
                var bytes = input.Size / Math.Max(1, rows.Length) * input.DType.Size;
                var from = sources[i].Buffer.Span<byte>(sources[i].Size * input.DType.Size);
                var to = input.Buffer.Span<byte>(input.Size * input.DType.Size);
                for (var row = 0; row < rows.Length; row++)
                {
                    from.Slice(rows[row] * bytes, bytes).CopyTo(to[(row * bytes)..]);
                }
            }
            Execute();
            for (var i = 0; i < destinations.Length; i++)
            {
                var (output, destination) = (graph.Outputs[i], destinations[i]);
                var bytes = output.Size * output.DType.Size;
                var start = destinationRow * (bytes / Math.Max(1, rows.Length));
                output.Buffer.Span<byte>(bytes).CopyTo(destination.Buffer.Span<byte>(destination.Size * output.DType.Size)[start..]);
            }
        }
    }

    /// <summary>Measures the instructions in the runs that follow; see <see cref="Profile"/>.</summary>
    public void StartProfile()
    {
        lock (running)
        {
            (profiling, profiledRuns) = (true, 0);
            foreach (var instruction in instructions)
            {
                instruction.Ticks = 0;
            }
        }
    }

    /// <summary>Where the time went since <see cref="StartProfile"/>: the instructions with their share, as text.</summary>
    public string Profile()
    {
        lock (running)
        {
            profiling = false;
            return PlanText.Profile(instructions, profiledRuns);
        }
    }

    /// <summary>The instructions with their shapes and types, one a line, and the size of the memory they share.</summary>
    public override string ToString() => PlanText.Of(graph, instructions, arena);

    void Execute()
    {
        foreach (var (variable, tensors, isWritten) in variables)
        {
            var buffer = variable.Pinned(isWritten);
            foreach (var tensor in tensors)
            {
                tensor.Buffer = buffer;
            }
        }
        arena.Bind();
        foreach (var (value, number) in graph.Questions)
        {
            if (value.DType == DType.Float32)
            {
                value.Span<float>()[0] = (float)number();
            }
            else
            {
                value.Span<double>()[0] = number();
            }
        }
        if (profiling)
        {
            Measure();
            return;
        }
        foreach (var instruction in instructions)
        {
            instruction.Run();
        }
    }

    void Measure()
    {
        profiledRuns++;
        foreach (var instruction in instructions)
        {
            var start = Stopwatch.GetTimestamp();
            instruction.Run();
            instruction.Ticks += Stopwatch.GetTimestamp() - start;
        }
    }

    Tensor[] Results()
    {
        if (graph.Outputs.Length == 0)
        {
            return [];
        }
        var results = new Tensor[graph.Outputs.Length];
        for (var i = 0; i < results.Length; i++)
        {
            var output = graph.Outputs[i];
            results[i] = new Tensor(output.Shape, output.DType, Buffer.Allocate(output.DType, output.Size));
            var bytes = output.Size * output.DType.Size;
            output.Buffer.Span<byte>(bytes).CopyTo(results[i].Buffer.Span<byte>(bytes));
        }
        return results;
    }

    void Require(ReadOnlySpan<Tensor> inputs)
    {
        var fits = inputs.Length == graph.Inputs.Length;
        for (var i = 0; fits && i < inputs.Length; i++)
        {
            fits = inputs[i].Shape == graph.Inputs[i].Shape && inputs[i].DType == graph.Inputs[i].DType;
        }
        if (!fits)
        {
            static string List(Tensor[] tensors) => string.Join(", ", tensors.Select(tensor => $"{tensor.DType} {tensor.Shape}"));
            throw new ArgumentException($"The plan was made for {List(graph.Inputs)}, but got {List(inputs.ToArray())}. Use Plan.Trace, which makes a plan for each shape.", nameof(inputs));
        }
    }

    /// <summary>Moves the constants that instructions read to memory that stays where it is.</summary>
    static void Pin(Graph graph)
    {
        var read = graph.Instructions.SelectMany(instruction => instruction.Inputs).Concat(graph.Outputs).Where(Graph.IsConstant).Distinct();
        foreach (var constant in read)
        {
            var bytes = constant.Size * constant.DType.Size;
            var pinned = Buffer.AllocatePinned(bytes);
            constant.Buffer.Span<byte>(bytes).CopyTo(pinned.Span<byte>(bytes));
            constant.Buffer = pinned;
        }
    }
}
