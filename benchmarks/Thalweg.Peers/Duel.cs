namespace Thalweg.Peers;

/// <summary>The same work done by both sides.</summary>
/// <param name="Work">What is done, for the table.</param>
/// <param name="Limit">Thalweg's time over libtorch's at most; not a number where the other side has nothing of the kind.</param>
/// <param name="Thalweg">One execution by Thalweg.</param>
/// <param name="Torch">One execution by libtorch.</param>
sealed record Duel(string Work, double Limit, Action Thalweg, Action Torch);
