namespace Thalweg.Plans;

/// <summary>
/// Makes one loop of neighbouring elementwise operations over one shape: values that only the loop needs never reach memory.
/// A group stands open until something outside it reads one of its values.
/// </summary>
static class ElementwiseFusion
{
    /// <summary>More steps or operands than this would not fit the registers, and gain little.</summary>
    const int MostSteps = 40;
    const int MostOperands = 24;

    public static void Run(Graph graph)
    {
        var stretched = Elide(graph);
        var open = new List<Group>();
        var slots = new List<(Instruction? Alone, Group? Group)>();
        foreach (var instruction in graph.Instructions)
        {
            if (!CanFuse(instruction))
            {
                open.RemoveAll(group => instruction.Inputs.Any(group.Produces));
                slots.Add((instruction, null));
                continue;
            }
            var inputs = Array.ConvertAll(instruction.Inputs, input => stretched.GetValueOrDefault(input, input));
            var group = open.LastOrDefault(candidate => candidate.Takes(instruction, inputs));
            if (group is null || group.Steps.Count >= MostSteps || group.Operands(inputs) > MostOperands)
            {
                group = new Group(instruction.Output.Shape, Work(instruction));
                open.Add(group);
            }
            foreach (var other in open.Where(other => other != group && inputs.Any(other.Produces) && group.CanJoin(other)).ToArray())
            {
                // Two chains meet here: one loop computes both.
                group.Join(other);
                open.Remove(other);
                slots.RemoveAll(slot => slot.Group == other);
            }
            // Whoever else produced one of the inputs must have run before, a group that is full among them.
            open.RemoveAll(other => other != group && inputs.Any(other.Produces));
            group.Steps.Add((instruction, inputs));
            // A group runs where its last member stood.
            slots.RemoveAll(slot => slot.Group == group);
            slots.Add((null, group));
        }

        var results = new HashSet<Tensor>(graph.Results);
        var readers = new Dictionary<Tensor, HashSet<object>>();
        foreach (var (alone, group) in slots)
        {
            foreach (var input in alone?.Inputs ?? group!.Steps.SelectMany(step => step.Inputs))
            {
                (readers.TryGetValue(input, out var all) ? all : readers[input] = []).Add((object?)group ?? alone!);
            }
        }
        graph.Instructions = [.. slots.Select(slot => slot.Alone ?? slot.Group!.Close(
            output => results.Contains(output) || readers.TryGetValue(output, out var all) && all.Any(reader => reader != slot.Group)))];
    }

    static bool CanFuse(Instruction instruction) =>
        instruction.Operation is ElementwiseOperation && Work(instruction) != DType.Bool && instruction.Output.Size > 0;

    static DType Work(Instruction instruction) => ((ElementwiseOperation)instruction.Operation).WorkType(instruction.Inputs, instruction.Output);

    /// <summary>
    /// Takes out what only stretches a tensor for elementwise readers: a loop reads the small one itself. Returns which
    /// stands for which.
    /// </summary>
    static Dictionary<Tensor, Tensor> Elide(Graph graph)
    {
        var others = new HashSet<Tensor>(graph.Results);
        foreach (var instruction in graph.Instructions)
        {
            if (!CanFuse(instruction) && instruction.Operation is not BroadcastOperation)
            {
                others.UnionWith(instruction.Inputs);
            }
        }
        var stretched = new Dictionary<Tensor, Tensor>();
        graph.Instructions.RemoveAll(instruction =>
        {
            if (instruction.Operation is not BroadcastOperation || others.Contains(instruction.Output))
            {
                return false;
            }
            stretched[instruction.Output] = stretched.GetValueOrDefault(instruction.Inputs[0], instruction.Inputs[0]);
            return true;
        });
        graph.Instructions = [.. graph.Instructions.Select(instruction => instruction.Operation is BroadcastOperation
            ? instruction.With(Array.ConvertAll(instruction.Inputs, input => stretched.GetValueOrDefault(input, input))) : instruction)];
        return stretched;
    }

    /// <summary>Operations that become one loop.</summary>
    sealed class Group(Shape shape, DType work)
    {
        readonly HashSet<Tensor> produced = [];
        readonly HashSet<Tensor> read = [];

        public StepList Steps => field ??= new StepList(produced, read);

        public bool Produces(Tensor tensor) => produced.Contains(tensor);

        /// <summary>Whether an operation fits: the same shape and type, and, so that loops don't grow for nothing, something in common.</summary>
        public bool Takes(Instruction instruction, Tensor[] inputs) =>
            instruction.Output.Shape == shape && Work(instruction) == work
            && (shape.Size == 1 || inputs.Any(input => produced.Contains(input) || input.Size > 1 && read.Contains(input)));

        /// <summary>Whether another open group can become a part of this one. Neither reads what the other produces: that would have closed it.</summary>
        public bool CanJoin(Group other) =>
            other.IsOver(shape, work) && Steps.Count + other.Steps.Count < MostSteps && other.Operands([.. read]) < MostOperands;

        /// <summary>Takes over the operations of another group.</summary>
        public void Join(Group other)
        {
            foreach (var step in other.Steps)
            {
                Steps.Add(step);
            }
        }

        bool IsOver(Shape otherShape, DType otherWork) => shape == otherShape && work == otherWork;

        public int Operands(Tensor[] inputs) => read.Union(inputs).Count();

        /// <summary>The instruction of the loop, which stores what others read; a single operation stays itself where nothing is gained.</summary>
        public Instruction Close(Func<Tensor, bool> isNeeded)
        {
            var inputs = Steps.SelectMany(step => step.Inputs).Where(input => !produced.Contains(input)).Distinct().ToArray();
            var numbers = inputs.Select((input, number) => (input, number)).ToDictionary(pair => pair.input, pair => pair.number);
            var steps = new FusedStep[Steps.Count];
            for (var s = 0; s < steps.Length; s++)
            {
                var (instruction, operands) = Steps[s];
                steps[s] = new FusedStep((ElementwiseOperation)instruction.Operation, Array.ConvertAll(operands, operand => numbers[operand]), instruction.Output.DType == DType.Bool);
                numbers[instruction.Output] = inputs.Length + s;
            }
            var outputs = Steps.Select(step => step.Instruction.Output).Where(isNeeded).ToArray();
            var geometry = FusedGeometry.Of(shape, inputs);
            var program = new FusedProgram(work, geometry.Inputs, steps, Array.ConvertAll(outputs, output => numbers[output]));
            return new Instruction(new FusedOperation(program, geometry), inputs, outputs);
        }
    }

    /// <summary>The members of a group, with what they read and produce kept at hand.</summary>
    sealed class StepList(HashSet<Tensor> produced, HashSet<Tensor> read) : List<(Instruction Instruction, Tensor[] Inputs)>
    {
        public new void Add((Instruction Instruction, Tensor[] Inputs) step)
        {
            base.Add(step);
            produced.Add(step.Instruction.Output);
            read.UnionWith(step.Inputs);
        }
    }
}
