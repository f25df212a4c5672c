namespace Thalweg;

/// <summary>
/// One gradient being taken on this thread: which variables it watches, and whether what runs now is to be remembered.
/// Scopes nest where a gradient is differentiated again.
/// </summary>
sealed class GradientScope : IDisposable
{
    [ThreadStatic]
    static GradientScope? current;

    [ThreadStatic]
    static bool paused;

    readonly GradientScope? outer = current;
    readonly bool outerPaused = paused;
    readonly Dictionary<Variable, Tensor> leaves = [];

    public GradientScope()
    {
        current = this;
        paused = false;
    }

    /// <summary>Whether operations leave a record of their inputs.</summary>
    public static bool Records => current is not null && !paused;

    /// <summary>The watched stand-in of a variable in the innermost scope that watches it; null where none does.</summary>
    public static Tensor? Leaf(Variable variable)
    {
        for (var scope = current; scope is not null; scope = scope.outer)
        {
            if (scope.leaves.TryGetValue(variable, out var leaf))
            {
                return leaf;
            }
        }
        return null;
    }

    /// <summary>Starts watching a variable.</summary>
    public Tensor Watch(Variable variable) => leaves[variable] = Watch(variable.Value);

    /// <summary>Lets a tensor stand for a variable until the scope ends; what is computed from it is followed as far as it was itself computed.</summary>
    public void Replace(Variable variable, Tensor standIn) => leaves[variable] = standIn;

    /// <summary>A stand-in of a tensor whose uses are followed; a gradient further out still sees the tensor itself through it.</summary>
    public static Tensor Watch(Tensor x) => x.WithNode(new GradientNode(x.Node is null ? [] : [(x, static dy => dy)]));

    /// <summary>
    /// Stops remembering while the gradient itself is computed, unless a scope further out may want to differentiate it.
    /// </summary>
    public void BeginWalk() => paused = outer is null;

    /// <summary>A result as it leaves the scope: without its past, unless a scope further out may need it.</summary>
    public Tensor Release(Tensor result) => outer is null ? result.Detached() : result;

    /// <summary>Ends the scope; the one further out goes on.</summary>
    public void Dispose()
    {
        current = outer;
        paused = outerPaused;
    }
}
