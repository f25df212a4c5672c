namespace Thalweg.Tests.House;

/// <summary>How a house rule fails: with every place that breaks it, each on a line of its own.</summary>
static class Violations
{
    public static void AssertNone(IEnumerable<string> places)
    {
        var found = places.ToArray();
        if (found.Length > 0)
            Assert.Fail($"{found.Length} broken:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
