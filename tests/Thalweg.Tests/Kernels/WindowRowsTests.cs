using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class WindowRowsTests
{
    [Theory]
    [InlineData(2, 1, 0, 2)]
    [InlineData(20, 1, 0, 20)]
    [InlineData(4, 2, 2, 2)]
    public void Rows_are_what_the_windows_see_and_are_added_where_they_came_from(int channels, int dilation, int channel, int taken)
    {
        var (places, before) = Window.Along(5, 3, 2, dilation, padded: true);
        var (image, window) = (new ImageShape(2, 5, 5, channels, places, places), new Window(3, 3, 2, 2, dilation, dilation, before, before));
        var x = Enumerable.Range(1, 50 * channels).Select(number => (float)number).ToArray();
        // From the second place on, over the border between two images.
        var count = 2 * places * places - 1;
        var rows = new float[count * 9 * taken];
        var sums = new float[x.Length];
        fixed (float* px = x, pr = rows, ps = sums)
        {
            WindowRows.Gather(image, window, px, channel, taken, 1, count, pr);
            WindowRows.Scatter(image, window, ps, channel, taken, 1, count, pr);
        }
        var (expected, added) = (new float[rows.Length], new float[x.Length]);
        for (var place = 1; place <= count; place++)
        {
            var (number, rest) = Math.DivRem(place, places * places);
            for (var tap = 0; tap < 9; tap++)
            {
                var (row, column) = (rest / places * 2 - before + tap / 3 * dilation, rest % places * 2 - before + tap % 3 * dilation);
                for (var c = 0; c < taken && row is >= 0 and < 5 && column is >= 0 and < 5; c++)
                {
                    var at = ((number * 5 + row) * 5 + column) * channels + channel + c;
                    expected[((place - 1) * 9 + tap) * taken + c] = x[at];
                    added[at] += x[at];
                }
            }
        }
        Assert.Equal(expected, rows);
        Assert.Equal(added, sums);
    }
}
