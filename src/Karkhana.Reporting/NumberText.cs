using System.Globalization;

namespace Karkhana.Reporting;

/// <summary>Numbers as people read them; the same under every culture of the machine.</summary>
internal static class NumberText
{
    private const int MostDecimals = 8;
    private const double LeastPlain = 1e-5;

    public static string Decimals(double value, int decimals, string missing)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? missing : value > 0 ? "∞" : "-∞";
        }

        string text = value.ToString(
            "N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }

    public static string Significant(double value, int digits, string missing)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return Decimals(value, 0, missing);
        }

        int order = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        int decimals = digits - 1 - order;
        if (decimals > 15)
        {
            return value.ToString(
                "E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        double unit = Math.Pow(10, -Math.Min(decimals, 0));
        return Decimals(decimals < 0 ? Math.Round(value / unit) * unit : value, Math.Max(decimals, 0), missing);
    }

    /// <summary>A number of a table: beyond eight decimals in powers of ten, for a row of zeros is not read.</summary>
    public static string InTable(double value, int decimals) =>
        decimals > MostDecimals && double.IsFinite(value) && value != 0 ? Powers(value) : Decimals(value, Math.Min(decimals, MostDecimals), "");

    /// <summary>A number that would vanish in the decimals of its column.</summary>
    public static string Tiny(double value) => Math.Abs(value) < LeastPlain ? Powers(value) : Significant(value, 2, "");

    private static string Powers(double value) => value.ToString("0.0E0", CultureInfo.InvariantCulture);

    public static string PerCent(double share, int decimals, string missing) =>
        double.IsFinite(share) ? Decimals(share * 100, decimals, missing) + "%" : missing;

    /// <summary>A short label for an axis tick.</summary>
    public static string Tick(double value, double step)
    {
        int decimals = step >= 1 ? 0 : Math.Min(8, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        return Math.Abs(value) >= 1e7 ? value.ToString(
            "0.##E0", CultureInfo.InvariantCulture) : Decimals(value, decimals, "");
    }
}
