using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class PhysicalCoresTests
{
    [Fact]
    public void Hardware_threads_of_one_core_count_once()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var (cpu, siblings) in ((int, string)[])[(0, "0,2"), (1, "1,3"), (2, "0,2"), (3, "1,3")])
            {
                var topology = folder.CreateSubdirectory(Path.Combine($"cpu{cpu}", "topology"));
                File.WriteAllText(Path.Combine(topology.FullName, "thread_siblings_list"), siblings + "\n");
            }
            folder.CreateSubdirectory("cpufreq");
            Assert.Equal(2, PhysicalCores.Cores(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Where_nothing_is_listed_nothing_is_known() =>
        Assert.Null(PhysicalCores.Cores(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));

    [Fact]
    public void There_is_at_least_one_and_never_more_than_the_process_may_use() =>
        Assert.InRange(PhysicalCores.Count, 1, Environment.ProcessorCount);
}
