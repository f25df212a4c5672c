using Thalweg.Data;

namespace Thalweg.Callbacks;

/// <summary>What a training is at the end of an epoch, in a file: weights, the optimiser's state, the places in random streams.</summary>
static class Checkpoint
{
    const string Weight = "weight/", State = "optimizer/", Stream = "stream/", Epoch = "epoch";

    /// <summary>Writes weights alone, or everything.</summary>
    public static void Write(string path, Training training, int? nextEpoch)
    {
        var tensors = new List<KeyValuePair<string, Tensor>>();
        for (var i = 0; i < training.Weights.Count; i++)
        {
            tensors.Add(new(FormattableString.Invariant($"{Weight}{i}/{training.Weights[i].Path}"), training.Weights[i].Value));
        }
        if (nextEpoch is { } epoch)
        {
            tensors.AddRange(training.Optimizer.Variables.Select(variable => KeyValuePair.Create(State + variable.Path, variable.Value)));
            for (var i = 0; i < training.Streams.Count; i++)
            {
                // A long as two halves: tensors hold 32-bit integers.
                var (seed, position) = (training.Streams[i].Seed, training.Streams[i].Position);
                tensors.Add(new(FormattableString.Invariant($"{Stream}{i}"), Tensor.Of((int)seed, (int)(seed >> 32), (int)position, (int)(position >> 32))));
            }
            tensors.Add(new(Epoch, Tensor.Scalar(epoch, DType.Int32)));
        }
        TensorFile.Write(path, tensors);
    }

    /// <summary>Puts weights back.</summary>
    /// <exception cref="InvalidDataException">The file is of another model.</exception>
    public static void ReadWeights(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyList<Variable> weights, string path)
    {
        var saved = tensors.Where(pair => pair.Key.StartsWith(Weight, StringComparison.Ordinal)).Select(pair => pair.Value).ToArray();
        if (saved.Length != weights.Count || weights.Zip(saved).Any(pair => pair.First.Shape != pair.Second.Shape))
        {
            throw new InvalidDataException($"'{path}' holds {saved.Length} weights of shapes {string.Join(", ", saved.Select(weight => weight.Shape))}; the model has {weights.Count}: {string.Join(", ", weights.Select(weight => weight.Shape))}.");
        }
        for (var i = 0; i < saved.Length; i++)
        {
            weights[i].Assign(saved[i]);
        }
    }

    /// <summary>Puts everything back; the training goes on with the epoch that follows.</summary>
    public static void Read(string path, Training training)
    {
        var tensors = TensorFile.Read(path);
        for (var i = 0; i < training.Streams.Count; i++)
        {
            if (!tensors.TryGetValue(FormattableString.Invariant($"{Stream}{i}"), out var place) || Whole(place, 0) != training.Streams[i].Seed)
            {
                throw new InvalidDataException($"'{path}' was written by a training with another seed; the same bits need the same RandomSeed.Set. Delete it to begin anew.");
            }
            training.Streams[i].Position = Whole(place, 2);
        }
        ReadWeights(tensors, training.Weights, path);
        training.Optimizer.SetState(tensors.Where(pair => pair.Key.StartsWith(State, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[State.Length..], pair => pair.Value));
        training.InitialEpoch = Math.Max(training.InitialEpoch, (int)tensors[Epoch].Item());
    }

    static long Whole(Tensor halves, int at)
    {
        var numbers = halves.AsSpan<int>();
        return (uint)numbers[at] | (long)numbers[at + 1] << 32;
    }
}
