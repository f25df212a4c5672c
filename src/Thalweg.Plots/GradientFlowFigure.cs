using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.TickGenerators;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>
/// Gradient flow as maps of layers × steps, in colours on a logarithmic scale: how large the elements of each layer's gradient
/// are, and how far each step moves its weights.
/// </summary>
public static class GradientFlowFigure
{
    extension(GradientFlow flow)
    {
        /// <summary>Draws what was recorded: the gradient's root mean square, and the length of updates over that of weights.</summary>
        /// <exception cref="ArgumentException">Nothing was recorded.</exception>
        /// <example><code>flow.Plot().SavePng("flow.png");</code></example>
        public Figure Plot()
        {
            ArgumentNullException.ThrowIfNull(flow);
            return Of(flow.Records);
        }
    }

    /// <summary>Draws records of a training.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Figure Of(IReadOnlyList<FlowRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Count == 0 || records[0].Layers.Count == 0)
            throw new ArgumentException("No gradient flow was recorded: give the callback to Fit, and let it train at least one step.", nameof(records));
        return new Figure([Map(records, "gradient (root of mean square)", layer => layer.GradientRms), Map(records, "update over weights", layer => layer.UpdateRatio)], []);
    }

    static Plot Map(IReadOnlyList<FlowRecord> records, string title, Func<LayerFlow, double> number)
    {
        var (layers, steps) = (records[0].Layers.Count, records.Count);
        // A map needs two rows and two columns; a single one is drawn twice, and half of it shown.
        var cells = new double[Math.Max(2, layers), Math.Max(2, steps)];
        for (int layer = 0; layer < cells.GetLength(0); layer++)
        {
            for (int step = 0; step < cells.GetLength(1); step++)
            {
                double value = number(records[Math.Min(step, steps - 1)].Layers[Math.Min(layer, layers - 1)]);
                cells[layer, step] = value > 0 && double.IsFinite(value) ? Math.Log10(value) : double.NaN;      // left white
            }
        }
        var panel = Panel.New(title, "step");
        double every = steps > 1 ? records[1].Step - records[0].Step : 1;
        var map = panel.Add.Heatmap(cells);
        map.Colormap = new Viridis();
        map.NaNCellColor = Colors.White;
        // From the first to the last centre. The first row is drawn at the top: the input is on top, the output below.
        map.Position = new CoordinateRect(records[0].Step, records[0].Step + every * (cells.GetLength(1) - 1), layers - cells.GetLength(0), layers - 1);
        var bar = panel.Add.ColorBar(map);
        bar.Axis.TickGenerator = new LogTicks();
        bar.Axis.TickLabelStyle.FontSize = 12;
        panel.Axes.Left.TickGenerator = new NumericManual([.. Enumerable.Range(0, layers).Select(i => (double)(layers - 1 - i))], [.. records[0].Layers.Select(layer => layer.Name)]);
        panel.HideGrid();
        panel.Axes.Margins(0, 0);
        panel.Axes.SetLimits(records[0].Step - every / 2, records[^1].Step + every / 2, -0.5, layers - 0.5);
        return panel;
    }
}
