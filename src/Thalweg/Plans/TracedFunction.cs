namespace Thalweg.Plans;

/// <summary>A function with its plans, one for each combination of shapes and types that it has met.</summary>
public sealed class TracedFunction
{
    readonly Func<Tensor[], Tensor[]> function;
    readonly Lock adding = new();
    (Shape[] Shapes, DType[] Types, Plan Plan)[] plans = [];

    internal TracedFunction(Func<Tensor[], Tensor[]> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        this.function = function;
    }

    /// <summary>The plans made so far.</summary>
    public IReadOnlyList<Plan> Plans => Array.ConvertAll(plans, entry => entry.Plan);

    /// <summary>The results; a new combination of shapes and types is traced first.</summary>
    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs) => For(inputs).Run(inputs);

    /// <summary>The plan for inputs with the shapes and types of some.</summary>
    public Plan For(params ReadOnlySpan<Tensor> like)
    {
        if (Find(plans, like) is { } known)
        {
            return known;
        }
        lock (adding)
        {
            if (Find(plans, like) is { } meanwhile)
            {
                return meanwhile;
            }
            var plan = Plan.For(function, like);
            var (shapes, types) = (new Shape[like.Length], new DType[like.Length]);
            for (var i = 0; i < like.Length; i++)
            {
                (shapes[i], types[i]) = (like[i].Shape, like[i].DType);
            }
            plans = [.. plans, (shapes, types, plan)];
            return plan;
        }
    }

    static Plan? Find((Shape[] Shapes, DType[] Types, Plan Plan)[] plans, ReadOnlySpan<Tensor> like)
    {
        foreach (var (shapes, types, plan) in plans)
        {
            var fits = shapes.Length == like.Length;
            for (var i = 0; fits && i < like.Length; i++)
            {
                fits = shapes[i] == like[i].Shape && types[i] == like[i].DType;
            }
            if (fits)
            {
                return plan;
            }
        }
        return null;
    }
}
