namespace Thalweg.Models;

/// <summary>What a model is trained or tested on: tensors with a row for each sample.</summary>
sealed class Samples
{
    readonly int inputs, outputs;
    readonly Tensor[] tensors;
    Tensor[] batch;

    /// <summary>Samples, what is expected of them, and how much each counts.</summary>
    public Samples(Tensor x, Tensor? y = null, Tensor? sampleWeight = null)
        : this([x], y is null ? [] : [y], sampleWeight is null ? [] : [sampleWeight])
    {
    }

    /// <summary>One tensor for each input and each output, and no weights, weights for all outputs, or weights for each.</summary>
    public Samples(IReadOnlyList<Tensor> x, IReadOnlyList<Tensor> y, IReadOnlyList<Tensor> sampleWeights)
    {
        (inputs, outputs) = (x.Count, y.Count);
        tensors = [.. x, .. y, .. sampleWeights];
        batch = [];
    }

    /// <summary>How many samples there are.</summary>
    public int Rows => tensors[0].Shape[0];

    /// <summary>The tensors themselves.</summary>
    public ReadOnlySpan<Tensor> All => tensors;

    /// <summary>The tensors by what they are.</summary>
    public BatchParts Parts => BatchParts.Of(tensors, inputs, outputs);

    /// <summary>Rows one after the other.</summary>
    public Samples this[Range rows] => new(Cut(0, inputs, rows), Cut(inputs, outputs, rows), Cut(inputs + outputs, tensors.Length - inputs - outputs, rows));

    /// <summary>The same with other weights.</summary>
    public Samples WithWeights(Tensor weights) => new(Parts.X, Parts.Y, [weights]);

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

    Tensor[] Cut(int from, int count, Range rows) => [.. tensors.Skip(from).Take(count).Select(tensor => tensor[rows])];
}
