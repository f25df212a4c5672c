namespace Thalweg.Catalogs;

/// <summary>The punctuation of settings: commas and equals signs count outside brackets and quotes alone.</summary>
public static class SettingText
{
    /// <summary>The parts between commas; none of an empty text.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            Follow(text[i], ref depth, ref quote);
            if (text[i] == ',' && depth == 0 && quote == '\0')
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        if (text[start..].Trim().Length > 0)
        {
            yield return text[start..];
        }
    }

    /// <summary>Where a part's name ends; −1 where it has none.</summary>
    public static int EqualsSign(string part)
    {
        var (depth, quote) = (0, '\0');
        for (var i = 0; i < part.Length; i++)
        {
            Follow(part[i], ref depth, ref quote);
            if (part[i] == '=' && depth == 0 && quote == '\0')
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>A text without the quotes around it.</summary>
    public static string Unquote(string text) => text is ['\'', .., '\''] or ['"', .., '"'] ? text[1..^1] : text;

    static void Follow(char letter, ref int depth, ref char quote)
    {
        if (quote != '\0')
        {
            quote = letter == quote ? '\0' : quote;
            return;
        }
        depth += letter is '(' or '[' ? 1 : letter is ')' or ']' ? -1 : 0;
        quote = letter is '\'' or '"' ? letter : quote;
    }
}
