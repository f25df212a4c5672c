using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;
using Thalweg.Data;

namespace Thalweg.Plots;

/// <summary>Something drawn, which can be saved as SVG or PNG.</summary>
public abstract partial class Picture
{
    const float PngScale = 2;

    private protected Picture()
    {
    }

    /// <summary>The picture as the text of an SVG document.</summary>
    /// <param name="width">Width in pixels; what suits the content if it is not given (460 for each column of a figure's panels).</param>
    /// <param name="height">Height in pixels; what suits the content if it is not given (340 for each row of a figure's panels, and the legend).</param>
    public string ToSvg(int? width = null, int? height = null)
    {
        var (w, h) = SizeOf(width, height);
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, w, h), stream))
            Draw(canvas, w, h);
        string svg = Encoding.UTF8.GetString(stream.ToArray());
        svg = svg.Replace($"\"{PlotFont.Family}\"", $"\"{PlotFont.SvgFamilies}\"", StringComparison.Ordinal);
        return DanglingComma().Replace(svg, "$1\"");
    }

    /// <summary>The picture as a PNG image of twice as many pixels in each direction, for sharp print and screens.</summary>
    /// <param name="width">Width in units of text, as for <see cref="ToSvg"/>.</param>
    /// <param name="height">Height in units of text, as for <see cref="ToSvg"/>.</param>
    public byte[] ToPng(int? width = null, int? height = null)
    {
        var (w, h) = SizeOf(width, height);
        using var surface = SKSurface.Create(new SKImageInfo((int)(w * PngScale), (int)(h * PngScale)));
        surface.Canvas.Scale(PngScale);
        Draw(surface.Canvas, w, h);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    /// <summary>Saves the picture as SVG; a file of that name is replaced only when the new one is complete.</summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="width">Width, as for <see cref="ToSvg"/>.</param>
    /// <param name="height">Height, as for <see cref="ToSvg"/>.</param>
    /// <exception cref="IOException">The file can't be written, or its folder doesn't exist.</exception>
    public void SaveSvg(string path, int? width = null, int? height = null)
    {
        byte[] content = Encoding.UTF8.GetBytes(ToSvg(width, height));
        WholeFile.Write(path, stream => stream.Write(content));
    }

    /// <summary>Saves the picture as PNG; a file of that name is replaced only when the new one is complete.</summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="width">Width, as for <see cref="ToPng"/>.</param>
    /// <param name="height">Height, as for <see cref="ToPng"/>.</param>
    /// <exception cref="IOException">The file can't be written, or its folder doesn't exist.</exception>
    public void SavePng(string path, int? width = null, int? height = null)
    {
        byte[] content = ToPng(width, height);
        WholeFile.Write(path, stream => stream.Write(content));
    }

    /// <summary>Saves the picture in the format that the file's extension names: .svg or .png.</summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="width">Width, as for <see cref="ToSvg"/>.</param>
    /// <param name="height">Height, as for <see cref="ToSvg"/>.</param>
    /// <exception cref="ArgumentException">The extension is neither .svg nor .png.</exception>
    /// <exception cref="IOException">The file can't be written, or its folder doesn't exist.</exception>
    public void Save(string path, int? width = null, int? height = null)
    {
        string extension = Path.GetExtension(path);
        if (extension.Equals(".svg", StringComparison.OrdinalIgnoreCase))
            SaveSvg(path, width, height);
        else if (extension.Equals(".png", StringComparison.OrdinalIgnoreCase))
            SavePng(path, width, height);
        else
            throw new ArgumentException($"'{path}' ends in '{extension}', and a figure can be saved as .svg or .png.", nameof(path));
    }

    /// <summary>Draws into a width and a height.</summary>
    private protected abstract void Draw(SKCanvas canvas, int width, int height);

    /// <summary>The size, where a part of it or nothing is given.</summary>
    private protected abstract (int Width, int Height) SizeOf(int? width, int? height);

    // Skia ends lists of glyph positions in a comma, which SVG doesn't allow: a strict reader would drop the list, and pile
    // the text up at the left.
    [GeneratedRegex(@"( [xy]=""[^""]*), """)]
    private static partial Regex DanglingComma();
}
