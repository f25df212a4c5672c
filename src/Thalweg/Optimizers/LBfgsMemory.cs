namespace Thalweg.Optimizers;

/// <summary>What L-BFGS remembers: pairs of moves and changes of gradient, the last direction, gradient, cost and step.</summary>
sealed class LBfgsMemory
{
    List<double[]> moves = [], changes = [];
    double[]? direction, lastGradient;
    double scale = 1;

    /// <summary>The iterations so far, over all steps.</summary>
    public int Iterations { get; private set; }

    public int Evaluations { get; set; }

    /// <summary>How far the last direction was followed.</summary>
    public double Step { get; set; }

    public double LastCost { get; private set; }

    public LBfgsMemory Copy() => new LBfgsMemory().Take(this);

    /// <summary>Becomes a copy of another one.</summary>
    public LBfgsMemory Take(LBfgsMemory other)
    {
        (moves, changes, direction, lastGradient, scale) = ([.. other.moves], [.. other.changes], other.direction, other.lastGradient, other.scale);
        (Iterations, Evaluations, Step, LastCost) = (other.Iterations, other.Evaluations, other.Step, other.LastCost);
        return this;
    }

    public void Remember(double[] gradient, double cost) => (lastGradient, LastCost) = (gradient, cost);

    /// <summary>Where to go from a gradient: −H g, with H built from the pairs by the two-loop recursion.</summary>
    public double[] Direction(double[] gradient, int mostPairs)
    {
        Iterations++;
        if (direction is null || lastGradient is null)
        {
            scale = 1;
            return direction = Array.ConvertAll(gradient, g => -g);
        }
        var change = new double[gradient.Length];
        var move = new double[gradient.Length];
        for (var i = 0; i < change.Length; i++)
        {
            (change[i], move[i]) = (gradient[i] - lastGradient[i], direction[i] * Step);
        }
        var along = Vector.Dot(change, move);
        if (along > 1e-10)
        {
            if (moves.Count == mostPairs)
            {
                moves.RemoveAt(0);
                changes.RemoveAt(0);
            }
            moves.Add(move);
            changes.Add(change);
            scale = along / Vector.Dot(change, change);
        }
        var q = Array.ConvertAll(gradient, g => -g);
        var shares = new double[moves.Count];
        for (var k = moves.Count - 1; k >= 0; k--)
        {
            shares[k] = Vector.Dot(moves[k], q) / Vector.Dot(changes[k], moves[k]);
            Add(q, changes[k], -shares[k]);
        }
        for (var i = 0; i < q.Length; i++)
        {
            q[i] *= scale;
        }
        for (var k = 0; k < moves.Count; k++)
        {
            var back = Vector.Dot(changes[k], q) / Vector.Dot(changes[k], moves[k]);
            Add(q, moves[k], shares[k] - back);
        }
        return direction = q;
    }

    /// <summary>Everything as variables, to be saved.</summary>
    public IEnumerable<Variable> Variables(string optimizer)
    {
        Variable Named(string name, double[] values) => new(Tensor.From(values), name, trainable: false) { Path = $"{optimizer}/{name}" };
        yield return Named("numbers", [Iterations, Evaluations, Step, LastCost, scale, moves.Count]);
        if (direction is not null && lastGradient is not null)
        {
            yield return Named("direction", direction);
            yield return Named("last_gradient", lastGradient);
        }
        for (var k = 0; k < moves.Count; k++)
        {
            yield return Named(FormattableString.Invariant($"move_{k}"), moves[k]);
            yield return Named(FormattableString.Invariant($"change_{k}"), changes[k]);
        }
    }

    /// <summary>Takes over what was saved; nothing where nothing was.</summary>
    public void Read(string optimizer, IReadOnlyDictionary<string, Tensor> values)
    {
        if (!values.TryGetValue($"{optimizer}/numbers", out var saved))
        {
            return;
        }
        var numbers = saved.ToArray<double>();
        (Iterations, Evaluations, Step, LastCost, scale) = ((int)numbers[0], (int)numbers[1], numbers[2], numbers[3], numbers[4]);
        double[]? Array(string name) => values.TryGetValue($"{optimizer}/{name}", out var value) ? value.ToArray<double>() : null;
        (direction, lastGradient) = (Array("direction"), Array("last_gradient"));
        moves = [.. Enumerable.Range(0, (int)numbers[5]).Select(k => Array(FormattableString.Invariant($"move_{k}"))!)];
        changes = [.. Enumerable.Range(0, (int)numbers[5]).Select(k => Array(FormattableString.Invariant($"change_{k}"))!)];
    }

    static void Add(double[] x, double[] y, double factor)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] += factor * y[i];
        }
    }
}
