using System.Diagnostics;

namespace Thalweg;

/// <summary>A named cell that holds a tensor and that training changes. The shape and the type stay.</summary>
[DebuggerDisplay("{Name} {DType} {Shape}")]
public sealed class Variable
{
    Tensor value;
    bool isPinned;

    /// <summary>Whether somebody else may hold the tensor, which therefore must not change.</summary>
    bool isShared = true;

    /// <summary>A cell that holds <paramref name="value"/> to begin with.</summary>
    public Variable(Tensor value, string name = "variable", bool trainable = true)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value.Detached();
        Name = name;
        Trainable = trainable;
    }

    /// <summary>What the variable is called, among others of the same layer: kernel, bias, velocity…</summary>
    public string Name { get; }

    /// <summary>The name behind the names of what it belongs to, as Keras writes it: <c>sequential/dense/kernel</c>.</summary>
    public string Path { get => field ?? Name; set; }

    /// <summary>Whether training may change it.</summary>
    public bool Trainable { get; set; }

    /// <summary>Where training may put the variable: what each new value is mapped to. Anywhere where it isn't given.</summary>
    public Func<Tensor, Tensor>? Constraint { get; set; }

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape => value.Shape;

    /// <summary>The type of the elements.</summary>
    public DType DType => value.DType;

    /// <summary>
    /// The tensor that the variable holds. Inside a gradient that watches the variable, computations from it are followed.
    /// </summary>
    public Tensor Value
    {
        get
        {
            if ((GradientScope.Leaf(this) ?? Recorder.Current?.Read(this)) is { } standIn)
            {
                return standIn;
            }
            isShared = true;
            return value;
        }
    }

    /// <summary>The tensor that the variable holds, outside any gradient or trace, to look at and not to keep.</summary>
    internal Tensor Held => value;

    /// <summary>Puts another tensor of the same shape into the variable, converted to its type.</summary>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public void Assign(Tensor next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Shape != Shape)
        {
            throw new ArgumentException($"Variable '{Path}' has shape {Shape}; it can't hold a tensor of shape {next.Shape}. Reshape the tensor or make a new variable.", nameof(next));
        }
        next = next.Detached().Cast(DType);
        if (Recorder.Current is { } recorder)
        {
            recorder.Assign(this, next);
            return;
        }
        (value, isShared, isPinned) = (next, true, false);
    }

    /// <summary>The elements at an address that stays, for a plan to read; where it also writes them, nobody else holds the tensor.</summary>
    internal Buffer Pinned(bool toWrite)
    {
        if (!isPinned || toWrite && isShared)
        {
            var own = new Tensor(Shape, DType, Buffer.AllocatePinned(Shape.Size * DType.Size));
            value.Buffer.Span<byte>(Shape.Size * DType.Size).CopyTo(own.Buffer.Span<byte>(Shape.Size * DType.Size));
            (value, isPinned, isShared) = (own, true, false);
        }
        return value.Buffer;
    }

    /// <summary>A variable stands for the tensor that it holds.</summary>
    public static implicit operator Tensor(Variable variable) => variable.Value;

    /// <summary>Name, type, shape and values.</summary>
    public override string ToString() => $"{Path} {DType} {Shape}\n{value}";
}
