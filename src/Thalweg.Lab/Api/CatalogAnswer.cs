using Thalweg.Catalogs;
using Thalweg.Lab.Data;

namespace Thalweg.Lab.Api;

/// <summary>Everything that a page can choose from.</summary>
/// <param name="Version">The version of the library.</param>
/// <param name="Objectives">What can be descended.</param>
/// <param name="Optimizers">The rules.</param>
/// <param name="Activations">The activations.</param>
/// <param name="Initializers">How weights can begin.</param>
/// <param name="Schedules">How a learning rate can go.</param>
/// <param name="Losses">The losses.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Datasets">What can be learned from.</param>
sealed record CatalogAnswer(
    string Version, IReadOnlyList<ObjectiveLine> Objectives, IReadOnlyList<OptimizerLine> Optimizers, IReadOnlyList<CatalogLine> Activations, IReadOnlyList<CatalogLine> Initializers,
    IReadOnlyList<CatalogLine> Schedules, IReadOnlyList<CatalogLine> Losses, IReadOnlyList<CatalogLine> Metrics, IReadOnlyList<DatasetSummary> Datasets);

/// <summary>An objective of the plane.</summary>
/// <param name="Name">The name that addresses and messages use.</param>
/// <param name="Title">What to call it above a figure.</param>
/// <param name="Dimension">How many numbers a point has.</param>
/// <param name="Window">Where to look at it.</param>
/// <param name="Start">A point to start from.</param>
/// <param name="Minima">The known minimisers.</param>
/// <param name="Samples">How many samples it is a sum over; null where it is none.</param>
sealed record ObjectiveLine(string Name, string Title, int Dimension, AxisRanges Window, double[] Start, IReadOnlyList<double[]> Minima, int? Samples);

/// <summary>The least and the greatest number along each axis.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
sealed record AxisRanges(double[] X, double[] Y);

/// <summary>A rule with its settings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="Settings">The numbers that it can be given.</param>
sealed record OptimizerLine(string Name, string Summary, IReadOnlyList<OptimizerSetting> Settings);
