using System.Text;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests.Streams;

public class OutboxTests
{
    static Frame[] Frames(Outbox outbox) => [.. outbox.Take().Where(one => !one.IsText).Select(one => Frame.Read(one.Bytes))];

    [Fact]
    public void Numbers_that_follow_each_other_become_one_frame()
    {
        using var outbox = new Outbox();
        outbox.Append(FrameKind.BatchLoss, 0, 1, 5, [1, 2]);
        outbox.Append(FrameKind.BatchLoss, 0, 2, 0, [9]);
        outbox.Append(FrameKind.BatchLoss, 0, 1, 7, [3]);
        var frames = Frames(outbox);
        Assert.Equal(2, frames.Length);
        Assert.Equal((1u, 5u), (frames[0].Run, frames[0].Step));
        Assert.Equal([1f, 2, 3], frames[0].Values.ToArray());
        Assert.Empty(outbox.Take());
    }

    [Fact]
    public void Of_those_that_replace_each_other_the_newest_waits()
    {
        using var outbox = new Outbox();
        outbox.Replace(FrameKind.GradientNorms, 0, 1, 5, [1, 2]);
        outbox.Replace(FrameKind.GradientNorms, 0, 1, 9, [3, 4]);
        var frame = Assert.Single(Frames(outbox));
        Assert.Equal(9u, frame.Step);
        Assert.Equal([3f, 4], frame.Values.ToArray());
    }

    [Fact]
    public void There_is_a_limit()
    {
        using var outbox = new Outbox(limit: 4);
        Assert.True(outbox.Append(FrameKind.BatchLoss, 0, 1, 0, [1, 2, 3]));
        Assert.False(outbox.Append(FrameKind.BatchLoss, 0, 1, 3, [4, 5]));
        Assert.True(outbox.Append(FrameKind.BatchLoss, 0, 1, 3, [4]));
        Assert.True(outbox.IsFull);
        Assert.Equal([1f, 2, 3, 4], Frames(outbox)[0].Values.ToArray());
        Assert.False(outbox.IsFull);
    }

    [Fact]
    public void Words_keep_their_place_and_very_many_lose_the_oldest()
    {
        using var outbox = new Outbox();
        outbox.Append(FrameKind.BatchLoss, 0, 1, 0, [1]);
        for (int i = 0; i < 300; i++)
            outbox.Say(new Spoken("state") { Run = i, Message = "<ö>" });
        var all = outbox.Take();
        Assert.False(all[0].IsText);
        Assert.Equal(257, all.Count);
        Assert.Equal("{\"op\":\"state\",\"run\":44,\"message\":\"<ö>\"}", Encoding.UTF8.GetString(all[1].Bytes));
    }

    [Fact]
    public void Words_are_said_in_the_readers_language()
    {
        using var outbox = new Outbox(language: Lab.Languages.Translator.French);
        outbox.Say(new Spoken("error") { Message = "noise is 0.5; a standard deviation of 0 or more is expected.", Field = "noise" });
        Assert.Contains("noise vaut 0,5", Encoding.UTF8.GetString(outbox.Take()[0].Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_begins_anew_is_dropped()
    {
        using var outbox = new Outbox(limit: 4);
        outbox.Append(FrameKind.DescentPoint, 0, 1, 0, [1, 2]);
        outbox.Append(FrameKind.DescentPoint, 0, 2, 0, [3]);
        outbox.Replace(FrameKind.Limits, 0, 1, 0, [4]);
        outbox.Drop(1, FrameKind.DescentPoint);
        Assert.True(outbox.Append(FrameKind.DescentPoint, 0, 1, 8, [5, 6]));
        Assert.Equal([(2u, 0u), (1u, 0u), (1u, 8u)], Frames(outbox).Select(frame => (frame.Run, frame.Step)));
    }

    [Fact]
    public async Task Whoever_waits_is_woken()
    {
        using var outbox = new Outbox();
        var waiting = outbox.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        outbox.Say(new Spoken("error"));
        outbox.Say(new Spoken("error"));
        await waiting;
        outbox.Wake();
        await outbox.WaitAsync(TestContext.Current.CancellationToken);
    }
}
