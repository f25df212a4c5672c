using System.Text;
using Thalweg.Lab.Data;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Data;

public sealed class DatasetsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    Datasets Sets(int most = 10) => new(Path.Combine(folder, "sets"), most);

    static byte[] Table => Encoding.UTF8.GetBytes("a,label\n1,x\n2,y\n");

    [Fact]
    public void Those_of_the_assembly_can_all_be_read()
    {
        var all = Sets().All;
        Assert.Equal([150, 178, 569, 1797, 344], all.Select(set => set.Table.RowCount));
        Assert.All(all, set => Assert.Equal("classification", set.Task));
        // The number of the row would give the flowers' order away.
        Assert.Equal(5, all[0].Table.ColumnCount);
    }

    [Fact]
    public void An_upload_is_there_after_a_restart_and_a_second_of_its_name_gets_a_number()
    {
        Assert.Equal("mine", Sets().Add("mine.csv", Table).Name);
        Assert.Equal("mine-2", Sets().Add("mine.csv", Table).Name);
        Assert.Equal("iris-2", Sets().Add("Iris", Table).Name);
        Assert.Equal("label", Sets().Find("mine-2").Target);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\tables\Über uns.csv", "_ber_uns")]
    [InlineData("..", "_")]
    [InlineData("", "table")]
    public void Names_stay_in_the_folder(string given, string name) => Assert.Equal(name, Datasets.NameOf(given));

    [Theory]
    [InlineData("../secret")]
    [InlineData("nothing")]
    [InlineData("")]
    public void A_name_that_is_none_is_not_found(string name)
    {
        File.WriteAllText(Path.Combine(folder, "secret.csv"), "a,b\n1,2\n");
        Assert.Equal(404, Assert.Throws<Refusal>(() => Sets().Find(name)).Status);
    }

    [Fact]
    public void There_is_room_for_so_many()
    {
        var sets = Sets(most: 1);
        sets.Add("one", Table);
        Assert.Equal(409, Assert.Throws<Refusal>(() => sets.Add("two", Table)).Status);
    }
}
