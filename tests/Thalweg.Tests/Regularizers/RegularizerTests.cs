using Thalweg.Regularizers;

namespace Thalweg.Tests.Regularizers;

public class RegularizerTests
{
    [Fact]
    public void A_name_stands_for_one_with_default_settings()
    {
        Assert.Equal(new L2(), (Regularizer)"l2");
        Assert.Contains("Known: l1", Assert.Throws<ArgumentException>(() => (Regularizer)"ridge").Message, StringComparison.Ordinal);
    }
}
