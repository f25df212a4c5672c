using System.Text;
using CsCheck;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests.Streams;

public class ClientMessageTests
{
    static ClientMessage Read(string text) => ClientMessage.Read(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_message_is_read()
    {
        var message = Read("{\"op\":\"descent.start\",\"run\":3,\"objective\":\"beale\",\"start\":[1,2.5],\"racers\":[{\"optimizer\":\"sgd\",\"batchSize\":4,\"sampling\":\"permutation\"}],\"steps\":9,\"seed\":-1,\"rate\":30,\"unknown\":{}}");
        Assert.Equal(("descent.start", 3u, "beale", 9, -1L, 30.0), (message.Op, message.Run, message.Objective, message.Steps, message.Seed, message.Rate));
        Assert.Equal([1, 2.5], message.Start!);
        Assert.Equal([new Racer("sgd", 4, "permutation")], message.Racers!);
    }

    [Fact]
    public void Changes_are_read_beforehand_and_live()
    {
        Assert.Equal([new RaceChange(5, 1, "adam", Noise: 0.5)], Read("{\"op\":\"descent.start\",\"run\":3,\"changes\":[{\"step\":5,\"racer\":1,\"optimizer\":\"adam\",\"noise\":0.5}]}").Race.Changes!);
        Assert.Equal(new RaceChange(null, 2, null, 8, "permutation"), Read("{\"op\":\"descent.set\",\"run\":3,\"racer\":2,\"batchSize\":8,\"sampling\":\"permutation\"}").Change);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{", "JSON")]
    [InlineData("null", "op")]
    [InlineData("[]", "JSON")]
    [InlineData("{\"run\":1}", "op")]
    [InlineData("{\"op\":\"train.watch\"}", "run")]
    [InlineData("{\"op\":\"train.watch\",\"run\":-1}", "JSON")]
    [InlineData("{\"op\":\"train.watch\",\"run\":1.5}", "JSON")]
    [InlineData("{\"op\":7,\"run\":1}", "JSON")]
    [InlineData("{\"op\":\"x\",\"run\":1,\"start\":\"here\"}", "JSON")]
    public void What_is_none_is_refused_with_the_reason(string text, string word)
    {
        var refusal = Assert.Throws<Refusal>(() => Read(text));
        Assert.Equal(400, refusal.Status);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        try
        {
            return ClientMessage.Read(bytes).Op is not null;
        }
        catch (Refusal)
        {
            return true;
        }
    });
}
