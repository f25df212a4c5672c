namespace Thalweg;

/// <summary>Reverse-mode differentiation: from a result back to what it was computed from, each step by its pullback.</summary>
static class GradientWalk
{
    /// <summary>For each target, the sum over all ways from <paramref name="y"/> back to it; zeros where there is none.</summary>
    public static Tensor[] Back(Tensor y, Tensor dy, ReadOnlySpan<Tensor> targets)
    {
        var oldest = long.MaxValue;
        foreach (var target in targets)
        {
            oldest = Math.Min(oldest, target.Node!.Order);
        }
        var places = Seen(y.Node, oldest);
        var nodes = new GradientNode[places.Count];
        places.Keys.CopyTo(nodes, 0);
        // Inputs are older than what was computed from them.
        Array.Sort(nodes, static (a, b) => a.Order.CompareTo(b.Order));
        for (var i = 0; i < nodes.Length; i++)
        {
            places[nodes[i]] = i;
        }
        int Place(GradientNode? node) => node is not null && places.TryGetValue(node, out var place) ? place : -1;

        var isTarget = new bool[nodes.Length];
        foreach (var target in targets)
        {
            if (Place(target.Node) is var place and >= 0)
            {
                isTarget[place] = true;
            }
        }
        // One pass upwards settles who stems from a target.
        var onTheWay = new bool[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            onTheWay[i] = isTarget[i];
            foreach (var (input, _) in nodes[i].Parents)
            {
                onTheWay[i] |= Place(input.Node) is var parent and >= 0 && onTheWay[parent];
            }
        }
        var changes = new Tensor?[nodes.Length];
        if (nodes.Length > 0)
        {
            changes[^1] = dy;
        }
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (!onTheWay[i] || isTarget[i] || changes[i] is not { } change)
            {
                continue;
            }
            changes[i] = null;
            foreach (var (input, pullback) in nodes[i].Parents)
            {
                if (Place(input.Node) is var parent and >= 0 && onTheWay[parent] && input.DType.IsFloating)
                {
                    var share = Fit(pullback(change), input);
                    changes[parent] = changes[parent] is { } sum ? sum + share : share;
                }
            }
        }
        var result = new Tensor[targets.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            result[i] = Place(targets[i].Node) is var place and >= 0 && changes[place] is { } change
                ? change
                : Tensor.Zeros(targets[i].Shape, targets[i].DType);
        }
        return result;
    }

    /// <summary>Sums over the axes along which the input was stretched, and returns to its type: once here for all operations.</summary>
    static Tensor Fit(Tensor dx, Tensor input) => dx.SumTo(input.Shape).Cast(input.DType);

    /// <summary>The nodes that a result was computed from, itself among them, without those older than any target: none of them was computed from one.</summary>
    static Dictionary<GradientNode, int> Seen(GradientNode? result, long oldest)
    {
        var seen = new Dictionary<GradientNode, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<GradientNode>();
        Visit(result);
        while (open.TryPop(out var node))
        {
            foreach (var (input, _) in node.Parents)
            {
                Visit(input.Node);
            }
        }
        return seen;

        void Visit(GradientNode? node)
        {
            if (node is not null && node.Order >= oldest && seen.TryAdd(node, -1))
            {
                open.Push(node);
            }
        }
    }
}
