namespace Thalweg;

/// <summary>Reverse-mode differentiation: from a result back to what it was computed from, each step by its pullback.</summary>
static class GradientWalk
{
    /// <summary>For each target, the sum over all ways from <paramref name="y"/> back to it; zeros where there is none.</summary>
    public static Tensor[] Back(Tensor y, Tensor dy, ReadOnlySpan<Tensor> targets)
    {
        var changes = new Dictionary<GradientNode, Tensor>(ReferenceEqualityComparer.Instance);
        var wanted = new HashSet<GradientNode>(ReferenceEqualityComparer.Instance);
        var oldest = long.MaxValue;
        foreach (var target in targets)
        {
            wanted.Add(target.Node!);
            oldest = Math.Min(oldest, target.Node!.Order);
        }
        if (y.Node is not null)
        {
            changes[y.Node] = dy;
        }
        var between = Between(y.Node, wanted, oldest);
        var onTheWay = new HashSet<GradientNode>(between, ReferenceEqualityComparer.Instance);
        foreach (var node in between)
        {
            if (wanted.Contains(node) || !changes.Remove(node, out var change))
            {
                continue;
            }
            foreach (var (input, pullback) in node.Parents)
            {
                if (input.Node is { } parent && onTheWay.Contains(parent) && input.DType.IsFloating)
                {
                    var share = Fit(pullback(change), input);
                    changes[parent] = changes.TryGetValue(parent, out var sum) ? sum + share : share;
                }
            }
        }
        var result = new Tensor[targets.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            result[i] = changes.TryGetValue(targets[i].Node!, out var change) ? change : Tensor.Zeros(targets[i].Shape, targets[i].DType);
        }
        return result;
    }

    /// <summary>Sums over the axes along which the input was stretched, and returns to its type: once here for all operations.</summary>
    static Tensor Fit(Tensor dx, Tensor input) => dx.SumTo(input.Shape).Cast(input.DType);

    /// <summary>The nodes on some way from the result to a target, latest first.</summary>
    static List<GradientNode> Between(GradientNode? result, HashSet<GradientNode> targets, long oldest)
    {
        var seen = new HashSet<GradientNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<GradientNode>();
        Visit(result);
        while (open.TryPop(out var node))
        {
            foreach (var (input, _) in node.Parents)
            {
                Visit(input.Node);
            }
        }

        // Inputs are older than what was computed from them, so that one pass upwards settles who stems from a target.
        var between = new List<GradientNode>(seen);
        between.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        seen.Clear();
        between.RemoveAll(node =>
        {
            var reaches = targets.Contains(node);
            foreach (var (input, _) in node.Parents)
            {
                reaches |= input.Node is { } parent && seen.Contains(parent);
            }
            return !reaches || !seen.Add(node);
        });
        between.Reverse();
        return between;

        void Visit(GradientNode? node)
        {
            // Nothing that is older than the oldest target was computed from one.
            if (node is not null && node.Order >= oldest && seen.Add(node))
            {
                open.Push(node);
            }
        }
    }
}
