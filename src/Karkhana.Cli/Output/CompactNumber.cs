using System.Globalization;

namespace Karkhana.Cli.Output;

/// <summary>Large amounts in few letters: <c>1.28M</c>.</summary>
internal static class CompactNumber
{
    private static readonly (double Least, string Letter)[] Scales = [(1e12, "T"), (1e9, "bn"), (1e6, "M"), (1e3, "k")];

    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "–" : value > 0 ? "∞" : "-∞";
        }

        (double least, string letter) = Scales.FirstOrDefault(scale => Math.Abs(value) >= scale.Least, (1, ""));
        double scaled = value / least;
        string form = Math.Abs(scaled) >= 100 || scaled == 0 ? "0" : Math.Abs(scaled) >= 10 ? "0.0" : "0.00";
        return scaled.ToString(form, CultureInfo.InvariantCulture) + letter;
    }
}
