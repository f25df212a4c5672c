using Thalweg.Initializers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Initializers;

public class IdentityTests
{
    [Fact]
    public void A_number_on_the_diagonal()
    {
        var recorded = ReferenceFile.Load("initializers")["deterministic"].Items.First(node => node["class_name"].Text == "Identity");
        Near.Equal(recorded["value"].Array.Data, Initializer.FromName(SettingsText.Of("Identity", recorded["args"])).Make([3, 4]), 0);
        Assert.Throws<ArgumentException>(() => new Identity().Make([3]));
    }
}
