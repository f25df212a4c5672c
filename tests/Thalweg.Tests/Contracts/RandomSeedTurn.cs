namespace Thalweg.Tests.Contracts;

/// <summary>The seed is the whole process's: tests that set it and need its streams in order take turns.</summary>
static class RandomSeedTurn
{
    public static Lock Lock { get; } = new();
}
