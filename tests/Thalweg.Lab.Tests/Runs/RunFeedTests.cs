using Thalweg.Descents;
using Thalweg.Lab.Runs;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests.Runs;

public class RunFeedTests
{
    static EpochRecord Epoch(int number, params float[] losses) =>
        new(number, 2 * (number + 1), new Dictionary<string, double> { ["loss"] = 0.5, ["accuracy"] = 0.75, ["val_loss"] = 1, ["val_accuracy"] = 0.25 }, losses);

    static Frame[] Take(Outbox outbox) => [.. outbox.Take().Select(one => Frame.Read(one.Bytes))];

    [Fact]
    public void Each_page_gets_what_it_has_not_seen()
    {
        var feed = new RunFeed();
        feed.Begin(2, [Epoch(0, 1, 2)], 4);
        using var outbox = new Outbox();
        var (first, late) = (feed.From(0), feed.From(1));
        Assert.False(feed.Fill(outbox, 9, first));
        var frames = Take(outbox);
        Assert.Equal([1f, 2], frames[0].Values.ToArray());
        // Number, losses and metrics, and three more epochs of two seconds each.
        Assert.Equal([0f, 0.5f, 0.75f, 1, 0.25f, 6], frames[1].Values.ToArray());
        Assert.False(feed.Fill(outbox, 9, first));
        Assert.Empty(Take(outbox));

        feed.AddLoss(3);
        feed.Fill(outbox, 9, first);
        Assert.Equal(2u, Assert.Single(Take(outbox)).Step);
        feed.Fill(outbox, 9, late);
        Assert.Equal([2f, 3], Take(outbox)[0].Values.ToArray());
    }

    [Fact]
    public void A_step_beyond_the_end_waits_for_what_comes()
    {
        var feed = new RunFeed();
        var cursor = feed.From(100);
        feed.AddLoss(1);
        using var outbox = new Outbox();
        feed.Fill(outbox, 1, cursor);
        Assert.Equal([1f], Take(outbox)[0].Values.ToArray());
    }

    [Fact]
    public void A_page_that_reads_slowly_gets_all_of_it_in_portions()
    {
        var feed = new RunFeed();
        for (int i = 0; i < 20_000; i++)
            feed.AddLoss(i);
        using var outbox = new Outbox(limit: 10_000);
        var (cursor, heard, more) = (feed.From(0), new List<float>(), true);
        while (more)
        {
            more = feed.Fill(outbox, 1, cursor);
            more |= feed.Fill(outbox, 1, cursor);       // the second portion finds no room
            foreach (var frame in Take(outbox))
            {
                Assert.Equal(heard.Count, (int)frame.Step);
                heard.AddRange(frame.Values.ToArray());
            }
        }
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (float)i), heard);
    }

    [Fact]
    public void Of_gradients_the_newest_is_shown_once()
    {
        var feed = new RunFeed();
        var histogram = new Histogram([0, 0.5, 1], [3, 4], 0);
        LayerFlow Layer(double norm) => new("dense", 2, norm, 4, 1, histogram, histogram, 0, 0, 0);
        feed.Show(new FlowRecord(0, 1, [Layer(1), Layer(2)], 0));
        feed.Show(new FlowRecord(5, 1, [Layer(3), Layer(4)], 0));
        using var outbox = new Outbox();
        var cursor = feed.From(0);
        feed.Fill(outbox, 1, cursor);
        var frames = Take(outbox);
        Assert.Equal([FrameKind.GradientNorms, FrameKind.UpdateRatios, FrameKind.Activations, FrameKind.Activations], frames.Select(frame => frame.Kind));
        Assert.Equal([3f, 4], frames[0].Values.ToArray());
        Assert.Equal(5u, frames[0].Step);
        Assert.Equal([0.25f, 0.25f], frames[1].Values.ToArray());
        Assert.Equal([0f, 1, 3, 4], frames[3].Values.ToArray());
        Assert.Equal(1, frames[3].Series);
        feed.Fill(outbox, 1, cursor);
        Assert.Empty(Take(outbox));
    }

    [Fact]
    public void Counts_are_told()
    {
        var feed = new RunFeed();
        feed.Begin(2, [Epoch(0, 1, 2)], 4);
        feed.AddLoss(5);
        feed.AddEpoch(Epoch(1, 5, 6), 4);
        Assert.Equal((3, 2), (feed.Steps, feed.Epochs));
        Assert.Equal([2f, 5], feed.Losses(1));
    }
}
