using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class WindowTests
{
    [Theory]
    [InlineData(5, 3, 1, 1, false, 3, 0)]
    [InlineData(6, 3, 2, 1, false, 2, 0)]
    [InlineData(5, 2, 1, 2, false, 3, 0)]
    [InlineData(2, 3, 1, 1, false, 0, 0)]
    [InlineData(5, 3, 1, 1, true, 5, 1)]
    [InlineData(6, 3, 2, 1, true, 3, 0)]      // one column too many, behind
    [InlineData(6, 4, 1, 1, true, 6, 1)]
    [InlineData(5, 1, 3, 1, true, 2, 0)]
    public void Places_and_padding_are_those_of_Keras(int length, int size, int stride, int dilation, bool padded, int places, int before) =>
        Assert.Equal((places, before), Window.Along(length, size, stride, dilation, padded));

    [Fact]
    public void What_a_place_sees_and_which_places_see_an_element_are_the_same()
    {
        foreach (var (size, stride, dilation, padded) in from size in new[] { 1, 2, 3, 4 } from stride in new[] { 1, 2, 3 } from dilation in new[] { 1, 2, 3 } from padded in new[] { false, true } select (size, stride, dilation, padded))
        {
            const int length = 11;
            var (places, before) = Window.Along(length, size, stride, dilation, padded);
            var window = new Window(size, size, stride, stride, dilation, dilation, before, before);
            for (var place = 0; place < places; place++)
            {
                for (var of = 0; of < size; of++)
                {
                    var at = place * stride - before + of * dilation;
                    var (first, last) = window.Rows(place, length);
                    Assert.Equal(at is >= 0 and < length, of >= first && of < last);
                    Assert.Equal(window.Rows(place, length), window.Columns(place, length));
                    if (at is >= 0 and < length)
                    {
                        Assert.Equal(place, window.PlaceDown(at, of, places));
                        Assert.Equal(place, window.PlaceAcross(at, of, places));
                    }
                }
            }
            Assert.Equal(-1, window.PlaceDown(length + size * dilation + stride * places, 0, places));
        }
    }

    [Fact]
    public void A_point_sees_each_element_by_itself()
    {
        Assert.True(new Window(1, 1, 1, 1, 1, 1, 0, 0).IsPoint);
        Assert.False(new Window(1, 1, 2, 1, 1, 1, 0, 0).IsPoint);
    }
}
