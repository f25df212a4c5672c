// Many of these tests set the program's seed, which belongs to the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
