namespace Thalweg.Kernels;

/// <summary>How many cores this process can use, two hardware threads of one core counted once where the system tells.</summary>
static class PhysicalCores
{
    // Two threads of one core share its arithmetic units: a second one adds nothing to a matrix product.
    const string Topology = "/sys/devices/system/cpu";

    /// <summary>At least 1, and never more than the processors that the process may use.</summary>
    public static int Count { get; } = Math.Max(1, Math.Min(Environment.ProcessorCount, Cores(Topology) ?? int.MaxValue));

    /// <summary>The number of different sets of siblings that Linux lists; nothing where it lists none.</summary>
    public static int? Cores(string topology)
    {
        try
        {
            var siblings = new HashSet<string>();
            foreach (var processor in Directory.EnumerateDirectories(topology, "cpu*"))
            {
                var list = Path.Combine(processor, "topology", "thread_siblings_list");
                if (File.Exists(list))
                {
                    siblings.Add(File.ReadAllText(list));
                }
            }
            return siblings.Count > 0 ? siblings.Count : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
