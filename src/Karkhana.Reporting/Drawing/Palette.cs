namespace Karkhana.Reporting.Drawing;

/// <summary>The colours on paper; the classes are those of Okabe and Ito.</summary>
internal static class Palette
{
    public const string Ink = "#1f2430";
    public const string Quiet = "#667085";
    public const string Grid = "#e6e8ec";
    public const string Land = "#f1efe9";
    public const string Coast = "#a8a294";
    public const string Missing = "#d5d9e0";
    public const string Paper = "#ffffff";

    private static readonly string[] Classes = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#8a8a8a"];

    /// <summary>The colour of a class by its place; more than seven start again.</summary>
    public static string Class(int place) => Classes[place % Classes.Length];

    /// <summary>Orange below zero, near white at zero, blue above; <paramref name="share"/> from -1 to 1.</summary>
    public static string Diverging(double share)
    {
        (int R, int G, int B) end = share < 0 ? (0xb3, 0x58, 0x06) : (0x21, 0x66, 0xac);
        double weight = Math.Min(1, Math.Abs(share));
        return $"#{Mix(end.R, weight):x2}{Mix(end.G, weight):x2}{Mix(end.B, weight):x2}";
    }

    private static int Mix(int end, double weight) => (int)Math.Round(0xf7 + (weight * (end - 0xf7)));
}
