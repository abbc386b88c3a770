using System.Globalization;

namespace Karkhana.Data.Files;

/// <summary>Reads numbers as people write them in spreadsheets: dot or comma as decimal mark, thousands apart.</summary>
internal static class NumberText
{
    private const int LongestNumber = 64;

    /// <summary>How a number was written.</summary>
    public enum Form
    {
        /// <summary>Not a number.</summary>
        None,

        /// <summary>With a dot, or whole.</summary>
        Plain,

        /// <summary>With a comma as decimal mark.</summary>
        DecimalComma,

        /// <summary>With thousands separators.</summary>
        Thousands,
    }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="commaIsDecimal">Whether a comma is a decimal mark in this file (its delimiter is something else).</param>
    /// <param name="number">The number.</param>
    /// <returns>How it was written.</returns>
    public static Form Read(ReadOnlySpan<char> text, bool commaIsDecimal, out double number)
    {
        if (text.Length > LongestNumber)
        {
            number = double.NaN;
            return Form.None;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return double.IsFinite(number) ? Form.Plain : Form.None;
        }

        return text.Contains(',') || text.Contains(' ') || text.Contains('\u00a0') ? ReadGrouped(text, commaIsDecimal, out number) : Form.None;
    }

    /// <summary>Drops separators that stand before groups of three digits and turns the decimal mark into a dot.</summary>
    private static Form ReadGrouped(ReadOnlySpan<char> text, bool commaIsDecimal, out double number)
    {
        number = double.NaN;
        int mark = text.LastIndexOf(commaIsDecimal ? ',' : '.');
        ReadOnlySpan<char> whole = mark < 0 ? text : text[..mark];
        Span<char> plain = stackalloc char[LongestNumber];
        if (!TryUngroup(whole, plain, out int length, out bool grouped))
        {
            return Form.None;
        }

        if (mark >= 0)
        {
            plain[length++] = '.';
            text[(mark + 1)..].CopyTo(plain[length..]);
            length += text.Length - mark - 1;
        }

        return double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? grouped ? Form.Thousands : Form.DecimalComma
            : Form.None;
    }

    private static bool TryUngroup(ReadOnlySpan<char> whole, Span<char> plain, out int length, out bool grouped)
    {
        length = 0;
        int digits = 0;
        grouped = false;
        foreach (char c in whole)
        {
            if (c is not (',' or '.' or ' ' or '\u00a0'))
            {
                plain[length++] = c;
                digits++;
                continue;
            }

            if (grouped && digits != 3)
            {
                return false;
            }

            (grouped, digits) = (true, 0);
        }

        return !grouped || digits == 3;
    }
}
