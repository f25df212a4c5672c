using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class RecorderTests
{
    [Fact]
    public void Operations_are_written_down_in_place_of_running()
    {
        var tape = new Tape();
        var y = tape.Record(() => Tensor.Of(1.0, 2) * 3 + 1);
        Assert.Equal(2, tape.Count);
        Assert.True(y.Buffer.IsEmpty);
        Assert.Null(Recorder.Current);
        var error = Assert.Throws<InvalidOperationException>(() => y.ToArray<double>());
        Assert.Contains("traced", error.Message, StringComparison.Ordinal);
        Assert.Contains("traced", y.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_one_further_out_comes_back_also_after_an_error()
    {
        var (outer, inner) = (new Tape(), new Tape());
        outer.Record(() =>
        {
            Assert.Throws<InvalidOperationException>(() => inner.Record<Tensor>(() => throw new InvalidOperationException()));
            Assert.Same(outer, Recorder.Current);
            return 0;
        });
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public void Variables_are_read_and_set_in_the_trace_alone()
    {
        var v = new Variable(Tensor.Of(1.0));
        var tape = new Tape();
        tape.Record(() =>
        {
            v.Assign(v.Value + 1);
            Assert.True(v.Value.Buffer.IsEmpty);
            return 0;
        });
        Near.Equal([1], v.Value, 0);
    }
}
