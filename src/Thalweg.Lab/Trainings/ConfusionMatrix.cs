namespace Thalweg.Lab.Trainings;

/// <summary>How often rows of each class were taken for each class, and what follows from that.</summary>
sealed class ConfusionMatrix
{
    readonly int[,] counts;

    /// <summary>Counts pairs of true and predicted classes.</summary>
    public ConfusionMatrix(IReadOnlyList<string> classes, ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        if (truth.Length != predicted.Length)
            throw new ArgumentException($"There are {truth.Length} true classes and {predicted.Length} predictions: give one of each for every row.", nameof(predicted));
        Classes = classes;
        counts = new int[classes.Count, classes.Count];
        for (int row = 0; row < truth.Length; row++)
            counts[truth[row], predicted[row]]++;
    }

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Rows of the class <paramref name="truth"/> that were taken for the class <paramref name="predicted"/>.</summary>
    public int this[int truth, int predicted] => counts[truth, predicted];

    /// <summary>Rows that truly are of this class.</summary>
    public int Support(int label) => Enumerable.Range(0, Classes.Count).Sum(other => counts[label, other]);

    /// <summary>Of the rows taken for this class, the part that is of it; not a number where none was taken for it.</summary>
    public double Precision(int label) =>
        (double)counts[label, label] / Enumerable.Range(0, Classes.Count).Sum(other => counts[other, label]);

    /// <summary>Of the rows of this class, the part that was taken for it; not a number where there are none.</summary>
    public double Recall(int label) => (double)counts[label, label] / Support(label);

    /// <summary>The part of all rows whose class was found.</summary>
    public double Accuracy =>
        (double)Enumerable.Range(0, Classes.Count).Sum(label => counts[label, label]) / Enumerable.Range(0, Classes.Count).Sum(Support);
}
