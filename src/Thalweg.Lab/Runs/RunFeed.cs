using Thalweg.Descents;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Runs;

/// <summary>
/// What a training has to show, for as many pages as look: losses and epochs from the first on, of gradients and activations
/// the newest. Each page asks for what it hasn't seen, so that a slow one holds up nobody and misses nothing.
/// </summary>
sealed class RunFeed
{
    /// <summary>The most numbers that go out at once.</summary>
    const int Portion = 8192, NumbersPerEpoch = 6;

    readonly Lock gate = new();
    readonly List<float> losses = [];
    readonly List<float> epochs = [];
    FlowRecord? flow;
    int stepsPerEpoch = 1, flows;

    /// <summary>How many batches it has trained on.</summary>
    public int Steps
    {
        get
        {
            lock (gate)
                return losses.Count;
        }
    }

    /// <summary>How many epochs it has finished.</summary>
    public int Epochs
    {
        get
        {
            lock (gate)
                return epochs.Count / NumbersPerEpoch;
        }
    }

    /// <summary>The losses of the batches from one on.</summary>
    public float[] Losses(int from)
    {
        lock (gate)
            return [.. losses.Skip(from)];
    }

    /// <summary>Begins with what earlier parts of the training gave.</summary>
    public void Begin(int stepsPerEpoch, IEnumerable<EpochRecord> earlier, int epochsInAll)
    {
        lock (gate)
        {
            this.stepsPerEpoch = Math.Max(1, stepsPerEpoch);
            losses.Clear();
            epochs.Clear();
            foreach (var epoch in earlier)
            {
                losses.AddRange(epoch.Losses);
                AddEpochInside(epoch, epochsInAll);
            }
        }
    }

    /// <summary>A batch was trained on.</summary>
    public void AddLoss(float loss)
    {
        lock (gate)
            losses.Add(loss);
    }

    /// <summary>An epoch was finished.</summary>
    public void AddEpoch(EpochRecord epoch, int epochsInAll)
    {
        lock (gate)
            AddEpochInside(epoch, epochsInAll);
    }

    /// <summary>How gradients flowed in a step.</summary>
    public void Show(FlowRecord record)
    {
        lock (gate)
        {
            flow = record;
            flows++;
        }
    }

    /// <summary>A page's place in the feed, at a step.</summary>
    public Cursor From(uint step)
    {
        lock (gate)
            return new Cursor { Loss = (int)Math.Min(step, (uint)losses.Count), Epoch = (int)Math.Min(step / (uint)stepsPerEpoch, (uint)(epochs.Count / NumbersPerEpoch)) };
    }

    /// <summary>Puts into an outbox what lies behind a page's place, as far as there is room, and moves the place.</summary>
    /// <returns>Whether more is waiting.</returns>
    public bool Fill(Outbox outbox, uint run, Cursor cursor)
    {
        lock (gate)
        {
            int count = Math.Min(Portion, losses.Count - cursor.Loss);
            if (count > 0 && outbox.Append(FrameKind.BatchLoss, 0, run, (uint)cursor.Loss, losses.GetRange(cursor.Loss, count).ToArray()))
                cursor.Loss += count;
            int rows = Math.Min(Portion / NumbersPerEpoch, epochs.Count / NumbersPerEpoch - cursor.Epoch);
            if (rows > 0 && outbox.Append(FrameKind.Epoch, 0, run, (uint)cursor.Epoch, epochs.GetRange(cursor.Epoch * NumbersPerEpoch, rows * NumbersPerEpoch).ToArray()))
                cursor.Epoch += rows;
            if (flow is not null && cursor.Flow != flows)
            {
                cursor.Flow = flows;
                FillFlow(outbox, run, flow);
            }
            return cursor.Loss < losses.Count || cursor.Epoch < epochs.Count / NumbersPerEpoch;
        }
    }

    static void FillFlow(Outbox outbox, uint run, FlowRecord record)
    {
        uint step = (uint)record.Step;
        outbox.Replace(FrameKind.GradientNorms, 0, run, step, [.. record.Layers.Select(layer => (float)layer.GradientNorm)]);
        outbox.Replace(FrameKind.UpdateRatios, 0, run, step, [.. record.Layers.Select(layer => (float)layer.UpdateRatio)]);
        for (int i = 0; i < record.Layers.Count; i++)
        {
            var histogram = record.Layers[i].Activations;
            outbox.Replace(FrameKind.Activations, i, run, step, [(float)histogram.Edges[0], (float)histogram.Edges[^1], .. histogram.Counts.Select(count => (float)count)]);
        }
    }

    void AddEpochInside(EpochRecord epoch, int epochsInAll)
    {
        var logs = epoch.Logs;
        string? metric = logs.Keys.FirstOrDefault(name => name != "loss" && !name.StartsWith("val_", StringComparison.Ordinal));
        double left = epoch.Seconds / (epoch.Epoch + 1) * (epochsInAll - epoch.Epoch - 1);
        double[] row = [epoch.Epoch, Of("loss"), metric is null ? double.NaN : Of(metric), Of("val_loss"), metric is null ? double.NaN : Of("val_" + metric), left];
        epochs.AddRange(row.Select(value => (float)value));

        double Of(string name) => logs.GetValueOrDefault(name, double.NaN);
    }

    /// <summary>How far a page has read.</summary>
    public sealed class Cursor
    {
        /// <summary>The first loss that it hasn't seen.</summary>
        public int Loss { get; set; }

        /// <summary>The first epoch that it hasn't seen.</summary>
        public int Epoch { get; set; }

        /// <summary>How many looks at gradients it has seen.</summary>
        public int Flow { get; set; }
    }
}
