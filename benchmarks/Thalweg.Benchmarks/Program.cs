using Thalweg.Benchmarks;

// dotnet run -c Release --project benchmarks/Thalweg.Benchmarks -- NAME [--save FOLDER]
if (args is [ExchangePeak.Argument, var work, var files])
{
    Console.WriteLine(ExchangePeak.Of(work, files));        // asked for by the benchmark 'exchange', of a process of its own
    return 0;
}
var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type.IsClass && type.IsAssignableTo(typeof(IBenchmark)))
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .ToDictionary(benchmark => benchmark.Name);

if (args.Length is 0 || !benchmarks.TryGetValue(args[0], out var chosen))
{
    Console.Error.WriteLine("Name a benchmark, and --save FOLDER to keep its report:");
    foreach (var (name, benchmark) in benchmarks.OrderBy(pair => pair.Key))
    {
        Console.Error.WriteLine($"  {name,-12} {benchmark.Summary}");
    }

    return 1;
}

var report = new StringWriter();
chosen.Run(report);
Console.Write(report);
if (args is [_, "--save", var folder])
{
    File.WriteAllText(Path.Combine(folder, $"{chosen.Name}-{Machine.FileName}.md"), report.ToString());
}

return 0;
