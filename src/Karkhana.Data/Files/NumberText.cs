using System.Buffers;
using System.Globalization;

namespace Karkhana.Data.Files;

/// <summary>Reads numbers as people write them in spreadsheets: dot or comma as decimal mark, thousands
/// apart.</summary>
internal static class NumberText
{
    private const int LongestNumber = 64;

    private static readonly SearchValues<char> Separators = SearchValues.Create(",. \u00a0");

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
    /// <param name="commaIsDecimal">Whether a comma is a decimal mark in this file (its delimiter is something
    /// else).</param>
    /// <param name="number">The number.</param>
    /// <returns>How it was written.</returns>
    public static Form Read(ReadOnlySpan<char> text, bool commaIsDecimal, out double number)
    {
        if (text.Length > LongestNumber)
        {
            number = double.NaN;
            return Form.None;
        }

        Form form = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? Form.Plain
            : text.ContainsAny(Separators) ? ReadGrouped(text, commaIsDecimal, out number) : Form.None;
        if (form != Form.None && double.IsFinite(number))
        {
            return form;
        }

        number = double.NaN;
        return Form.None;
    }

    /// <summary>Drops separators that stand before groups of three digits and turns the decimal mark into a
    /// dot.</summary>
    private static Form ReadGrouped(ReadOnlySpan<char> text, bool commaIsDecimal, out double number)
    {
        number = double.NaN;
        char decimalMark = commaIsDecimal ? ',' : '.';
        int mark = text.LastIndexOf(decimalMark);
        ReadOnlySpan<char> whole = mark < 0 ? text : text[..mark];
        ReadOnlySpan<char> fraction = mark < 0 ? [] : text[(mark + 1)..];
        Span<char> plain = stackalloc char[LongestNumber + 1];
        if (fraction.ContainsAny(Separators) || !TryUngroup(
            whole, decimalMark, plain, out int length, out bool grouped))
        {
            return Form.None;
        }

        plain[length++] = '.';
        fraction.CopyTo(plain[length..]);
        length += fraction.Length;
        return double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? grouped ? Form.Thousands : Form.DecimalComma
            : Form.None;
    }

    /// <summary>Takes 1,234,567 and 12 345 but not 0,123 or 1234,567, which may be decimals; one separator
    /// throughout.</summary>
    private static bool TryUngroup(
        ReadOnlySpan<char> whole, char decimalMark, Span<char> plain, out int length, out bool grouped)
    {
        length = 0;
        int separator = whole.IndexOfAny(Separators);
        grouped = separator >= 0;
        char mark = grouped ? whole[separator] : '\0';
        ReadOnlySpan<char> sign = whole is ['+' or '-', ..] ? whole[..1] : [];
        sign.CopyTo(plain);
        length = sign.Length;
        bool first = true;
        foreach (Range range in whole[sign.Length..].Split(mark))
        {
            ReadOnlySpan<char> group = whole[sign.Length..][range];
            bool sound = !grouped || (first ? group.Length is 1 or 2 or 3 && group[0] != '0' : group.Length == 3);
            if (!sound || mark == decimalMark || group.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            group.CopyTo(plain[length..]);
            length += group.Length;
            first = false;
        }

        return true;
    }
}
