namespace Thalweg;

/// <summary>Where operations are written down while a plan is traced. One can be active on each thread.</summary>
abstract class Recorder
{
    /// <summary>The recorder that this thread's operations go to; null while they run at once.</summary>
    [field: ThreadStatic]
    public static Recorder? Current { get; private set; }

    /// <summary>Takes down one operation. The output has no elements yet.</summary>
    public abstract void Append(Operation operation, ReadOnlySpan<Tensor> inputs, Tensor output);

    /// <summary>Takes down that a variable is to hold a traced value from now on.</summary>
    public abstract void Assign(Variable variable, Tensor value);

    /// <summary>The tensor that stands for a variable's value in the trace.</summary>
    public abstract Tensor Read(Variable variable);

    /// <summary>A single number that is asked for anew before each run of the trace, as a tensor.</summary>
    public abstract Tensor Ask(Func<double> number, DType type);

    /// <summary>Runs a function with every operation of this thread going to this recorder.</summary>
    public T Record<T>(Func<T> function)
    {
        var outer = Current;
        Current = this;
        try
        {
            return function();
        }
        finally
        {
            Current = outer;
        }
    }
}
