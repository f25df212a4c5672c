namespace Thalweg.Exchange.Tests;

public class WeightsReportTests
{
    [Fact]
    public void Says_what_found_no_place()
    {
        Assert.Equal("All 1 layers were loaded.", new WeightsReport(["a"], [], [], []).ToString());
        Assert.Equal("Not in the file: b. Of other shapes: c, d.", new WeightsReport(["a"], ["b"], [], ["c", "d"]).ToString());
    }
}
