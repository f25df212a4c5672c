using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

[Collection(nameof(RandomSeed))]
public unsafe class ChannelRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(33)]
    public void Every_channel_of_every_row_is_visited(int channels)
    {
        Widths.ForEach(how =>
        {
            foreach (var steps in new[] { 1L, 1L << 20 })
            {
                var y = new float[7 * channels];
                fixed (float* py = y)
                {
                    ChannelRows.Run<float, Numbering>(7, channels, steps, new Numbering(py, channels));
                }
                Assert.True(y.Select((number, i) => number == i / channels + 1).All(right => right), how);
            }
        });
    }

    readonly struct Numbering(float* y, int channels) : IChannelWork<float>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<float, V> => V.Store(V.Of(row + 1f), ref y[row * channels + channel]);

        public void Single(int row, int channel) => y[row * channels + channel] = row + 1;
    }
}
