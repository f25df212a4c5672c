namespace Thalweg.Callbacks;

/// <summary>Keeps a training in a file after each epoch. Where the program is stopped and started again, it goes on behind the last whole epoch, with the bits it would have had.</summary>
/// <remarks>
/// Weights, the optimiser's state and the places in random streams are kept; the program must set the same <see cref="RandomSeed"/> and make
/// the same model first. The file is deleted when the training ends. What other callbacks remember (the patience of early stopping) begins anew.
/// </remarks>
/// <param name="folder">Where the file is; made where it doesn't exist.</param>
/// <param name="deleteAtEnd">Whether the file goes when the training has come to its end.</param>
public sealed class BackupAndRestore(string folder, bool deleteAtEnd = true) : Callback
{
    bool isWhole;

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, "training.thalweg");

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(Path))
        {
            Checkpoint.Read(Path, training);
        }
        isWhole = training.InitialEpoch >= training.Epochs;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        Checkpoint.Write(Path, training, epoch + 1);
        isWhole = epoch + 1 == training.Epochs || training.IsStopping;
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training)
    {
        if (isWhole && deleteAtEnd)
        {
            File.Delete(Path);
        }
    }
}
