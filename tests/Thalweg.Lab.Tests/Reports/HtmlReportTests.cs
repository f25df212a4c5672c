using Thalweg.Lab.Reports;

namespace Thalweg.Lab.Tests.Reports;

public class HtmlReportTests
{
    [Fact]
    public void All_text_is_escaped()
    {
        const string Bad = "\"><script>alert('1')</script>&";
        string page = new HtmlReport(Bad).Heading(Bad).Say(Bad).Table(Bad, [Bad], [[Bad]]).Drawing("<svg/>", Bad).ToString();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(9, page.Split("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;").Length - 1);
    }

    [Fact]
    public void It_needs_nothing_beside_itself()
    {
        string page = new HtmlReport("a").Drawing("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "b").ToString();
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/svg+xml;base64,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_stand_to_the_right() =>
        Assert.Contains("<tr><td>loss</td><td class=\"number\">0.5</td></tr>", new HtmlReport("a").Table("b", ["c", "d"], [["loss", "0.5"]]).ToString(), StringComparison.Ordinal);
}
