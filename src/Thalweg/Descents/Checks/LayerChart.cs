namespace Thalweg.Descents.Checks;

/// <summary>The first look at the gradients of each layer, as a picture.</summary>
static class LayerChart
{
    /// <summary>A number of each layer, before and with a remedy.</summary>
    public static Chart Of(string title, Func<LayerFlow, double> number, FlowRecord before, string remedy, FlowRecord? after)
    {
        ChartLine Line(string name, FlowRecord record) => new(name, [.. record.Layers.Select((_, i) => (double)i)], [.. record.Layers.Select(number)]);
        return new Chart(title, "layer", Logarithmic: true, [Line("as it is", before), .. after is null ? Array.Empty<ChartLine>() : [Line(remedy, after)]], [.. before.Layers.Select(layer => layer.Name)]);
    }
}
