namespace Thalweg.Descents;

/// <summary>How minibatches are drawn.</summary>
public enum Sampling
{
    /// <summary>Each sample of a minibatch is drawn from all, whatever was drawn before: the textbook's stochastic gradient.</summary>
    WithReplacement,

    /// <summary>Each epoch goes through all samples once, in an order of its own: what training does.</summary>
    Permutation,
}

/// <summary>The minibatches of a descent, one after the other.</summary>
sealed class Minibatches(int samples, int size, Sampling sampling, RandomStream stream)
{
    int[] order = [];
    int next;

    /// <summary>The samples of the next step; the last minibatch of an epoch has what remains.</summary>
    public int[] Next()
    {
        if (sampling == Sampling.WithReplacement)
        {
            return stream.Choice(samples, size);
        }
        if (next >= order.Length)
        {
            (order, next) = (stream.Permutation(samples), 0);
        }
        var batch = order[next..Math.Min(order.Length, next + size)];
        next += size;
        return batch;
    }
}
