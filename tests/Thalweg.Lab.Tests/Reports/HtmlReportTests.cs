using Thalweg.Descents;
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
    public void Charts_come_with_one_script_whose_hash_is_all_that_may_run()
    {
        var chart = new Chart("loss <of> 'a'", "epoch", true, [new ChartLine("a", [1, 2], [0.5, double.NaN])]);
        string page = new HtmlReport("a").Drawing("<svg/>", "b", chart).Drawing("<svg/>", "c", chart).ToString();
        string[] parts = page.Split("<script>");
        Assert.Equal(2, parts.Length);
        string script = parts[1].Split("</script>")[0];
        string hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}';", page, StringComparison.Ordinal);
        Assert.Contains("data-charts=\"[{&quot;title&quot;:&quot;loss &lt;of&gt; &#39;a&#39;&quot;,&quot;axis&quot;:&quot;epoch&quot;,&quot;logarithmic&quot;:true,&quot;lines&quot;:[{&quot;name&quot;:&quot;a&quot;,&quot;x&quot;:[1,2],&quot;y&quot;:[0.5,null]}],&quot;labels&quot;:null,&quot;isAxisLogarithmic&quot;:false}]\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_stand_to_the_right() =>
        Assert.Contains("<tr><td>loss</td><td class=\"number\">0.5</td></tr>", new HtmlReport("a").Table("b", ["c", "d"], [["loss", "0.5"]]).ToString(), StringComparison.Ordinal);
}
