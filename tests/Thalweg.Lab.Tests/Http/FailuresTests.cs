using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Http;

public class FailuresTests
{
    static async Task<(int Status, string Body)> AnswerAsync(Exception fault)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        var body = new MemoryStream();
        context.Response.Body = body;
        await Failures.InvokeAsync(context, _ => throw fault);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public async Task A_refusal_is_answered_with_its_sentence_and_field() =>
        Assert.Equal((400, "{\"error\":\"rate is <0>\",\"field\":\"rate\"}"), await AnswerAsync(Refusal.Bad("rate is <0>", "rate")));

    [Fact]
    public async Task A_fault_of_the_Lab_is_a_500_in_words()
    {
        var (status, body) = await AnswerAsync(new InvalidOperationException("broken"));
        Assert.Equal(500, status);
        Assert.Contains("broken", body, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", body, StringComparison.Ordinal);
    }
}
