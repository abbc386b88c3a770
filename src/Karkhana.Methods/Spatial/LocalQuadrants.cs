namespace Karkhana.Methods.Spatial;

/// <summary>Finds quadrants and gives their words.</summary>
internal static class LocalQuadrants
{
    /// <summary>Finds the quadrant: the sign of the unit's deviation, then that of its lag; 0 counts as low.</summary>
    public static LocalQuadrant Of(double deviation, double lag) => (deviation > 0, lag > 0) switch
    {
        (true, true) => LocalQuadrant.HighHigh,
        (false, false) => LocalQuadrant.LowLow,
        (true, false) => LocalQuadrant.HighLow,
        (false, true) => LocalQuadrant.LowHigh,
    };

    /// <summary>Gives the word, the unit first; null when not defined.</summary>
    public static string? Word(LocalQuadrant quadrant) => quadrant switch
    {
        LocalQuadrant.HighHigh => "high-high",
        LocalQuadrant.LowLow => "low-low",
        LocalQuadrant.HighLow => "high-low",
        LocalQuadrant.LowHigh => "low-high",
        _ => null,
    };
}
