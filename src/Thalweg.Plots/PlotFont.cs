using ScottPlot;
using SkiaSharp;

namespace Thalweg.Plots;

/// <summary>
/// The typeface of all figures, carried inside the assembly: a machine without any font draws the same figure as any
/// other. Liberation Sans has the widths of Arial and Helvetica, so that an SVG is laid out alike where those stand in.
/// </summary>
static class PlotFont
{
    /// <summary>The family's name, as figures ask for it.</summary>
    public const string Family = "Liberation Sans";

    /// <summary>What an SVG asks for: the family, then its twins of equal widths.</summary>
    public const string SvgFamilies = "Liberation Sans, Arial, Helvetica, sans-serif";

    static readonly Lazy<SKTypeface> LoadedRegular = new(() => Load("LiberationSans-Regular.ttf"));
    static readonly Lazy<SKTypeface> LoadedBold = new(() => Load("LiberationSans-Bold.ttf"));

    static PlotFont() => Fonts.FontResolvers.Insert(0, new Resolver());

    /// <summary>The upright face.</summary>
    public static SKTypeface Regular => LoadedRegular.Value;

    /// <summary>The bold face, for titles.</summary>
    public static SKTypeface Bold => LoadedBold.Value;

    /// <summary>Makes all text of a plot use this typeface.</summary>
    public static void ApplyTo(Plot plot) => plot.Font.Set(Family);

    static SKTypeface Load(string name)
    {
        using var stream = typeof(PlotFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its font '{name}': it was built without its resources.");
        return SKTypeface.FromStream(stream);
    }

    sealed class Resolver : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            fontName == Family ? (weight >= FontWeight.SemiBold ? Bold : Regular) : null;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == Family ? (bold ? Bold : Regular) : null;
    }
}
