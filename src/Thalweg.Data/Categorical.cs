namespace Thalweg.Data;

/// <summary>A column as classes: the name of each, and for each row the number of its class, from 0. Converts to the one-hot tensor that a classifier learns from.</summary>
/// <example><code>
/// var species = penguins["species"].ToCategorical();
/// Tensor y = species;                            // (344, 3), a single 1 in each row
/// Console.WriteLine(species.Classes[0]);         // Adelie
/// </code></example>
public sealed class Categorical
{
    readonly int[] codes;

    internal Categorical(string[] classes, int[] codes)
    {
        Classes = classes;
        this.codes = codes;
        OneHot = Encode(codes, classes.Length);
    }

    /// <summary>The names of the classes: numbers ascending, texts in ordinal order, <c>false</c> before <c>true</c>.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>For each row the place of its class among <see cref="Classes"/>.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>A tensor of shape (rows, classes), of Float32: 1 at the class of the row, 0 elsewhere.</summary>
    public Tensor OneHot { get; }

    /// <summary>The one-hot tensor.</summary>
    public static implicit operator Tensor(Categorical classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return classes.OneHot;
    }

    /// <summary>The one-hot tensor, for languages without conversions.</summary>
    public Tensor ToTensor() => OneHot;

    static Tensor Encode(int[] codes, int classes)
    {
        var cells = new float[checked(codes.Length * classes)];
        for (var row = 0; row < codes.Length; row++)
        {
            cells[row * classes + codes[row]] = 1;
        }

        return Tensor.From(cells, codes.Length, classes);
    }
}
