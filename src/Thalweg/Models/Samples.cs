namespace Thalweg.Models;

/// <summary>What a model is trained or tested on: tensors with a row for each sample.</summary>
sealed class Samples
{
    readonly Tensor[] tensors;
    Tensor[] batch;

    /// <summary>Samples, what is expected of them, and how much each counts.</summary>
    public Samples(Tensor x, Tensor? y = null, Tensor? sampleWeight = null)
    {
        tensors = [x, .. y is null ? Array.Empty<Tensor>() : [y], .. sampleWeight is null ? Array.Empty<Tensor>() : [sampleWeight]];
        batch = [];
    }

    /// <summary>How many samples there are.</summary>
    public int Rows => tensors[0].Shape[0];

    /// <summary>The tensors themselves.</summary>
    public ReadOnlySpan<Tensor> All => tensors;

    /// <summary>Tensors with the shapes and types of a batch; their values don't matter.</summary>
    public ReadOnlySpan<Tensor> Like(int rows)
    {
        if (batch.Length == 0 || batch[0].Shape[0] != rows)
        {
            batch = WithRows(rows);
        }
        return batch;
    }

    // A method of its own: its closure is made only when it is called.
    Tensor[] WithRows(int rows) => Array.ConvertAll(tensors, tensor => new Tensor(tensor.Shape.With(0, rows), tensor.DType, default));

    /// <summary>Some rows, as tensors of their own.</summary>
    public Tensor[] Gather(ReadOnlySpan<int> rows)
    {
        var picked = Tensor.From(rows, [rows.Length]);
        return Array.ConvertAll(tensors, tensor => tensor.Gather(picked));
    }
}
