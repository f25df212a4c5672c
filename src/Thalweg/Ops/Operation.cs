namespace Thalweg;

/// <summary>
/// One thing that can be computed: reads its inputs' elements, writes its output's. Operations are records, so that two of
/// the same kind with the same settings are equal: a plan computes the second only once.
/// </summary>
abstract record Operation
{
    /// <summary>Whether equal inputs always give equal outputs: only then may a plan merge or fold it.</summary>
    public virtual bool IsPure => true;

    /// <summary>Whether <see cref="Run"/> always reaches its end, whatever the inputs hold: only then may it write over a variable.</summary>
    public virtual bool NeverFails => false;

    /// <summary>Computes the output from the inputs. Must not depend on what the output holds before.</summary>
    public abstract void Run(ReadOnlySpan<Tensor> inputs, Tensor output);

    /// <summary>The one door through which every operation goes: runs now, or is written down while a plan is traced.</summary>
    public Tensor Apply(Shape shape, DType type, params ReadOnlySpan<Tensor> inputs)
    {
        if (Recorder.Current is { } recorder)
        {
            var traced = new Tensor(shape, type, default);
            recorder.Append(this, inputs, traced);
            return traced;
        }
        var output = new Tensor(shape, type, Buffer.Allocate(type, shape.Size));
        Run(inputs, output);
        return output;
    }

    /// <summary>The exception for element types that an operation has no loop for; the public face casts before it comes to that.</summary>
    protected InvalidOperationException NoKernel(DType type) => new($"{GetType().Name} has no kernel for {type}.");
}
