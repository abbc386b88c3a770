using System.Text;

namespace Karkhana.Reporting;

/// <summary>Makes texts from data harmless inside HTML and SVG.</summary>
internal static class Markup
{
    /// <summary>Escapes a text for content and for quoted attributes; characters that XML forbids are
    /// dropped.</summary>
    public static string Escape(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                0x2028 or 0x2029 => safe.Append(' '),
                '\t' or '\n' => safe.Append(' '),
                < 0x20 or 0xFFFE or 0xFFFF => safe,
                _ => safe.Append(rune),
            };
        }

        return safe.ToString();
    }

    /// <summary>A name that may stand in an id and after a #: letters, digits, dashes.</summary>
    public static string Anchor(string name)
    {
        string safe = string.Concat(
            name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));
        return safe.Length > 0 && char.IsAsciiLetter(safe[0]) ? safe : "x" + safe;
    }
}
