namespace Karkhana.Methods.Psychometrics;

/// <summary>From how many points a search starts, and the seed of those after the first.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="Seed">The seed.</param>
internal readonly record struct Starts(int Count, ulong Seed)
{
    /// <summary>Gets enough starts for one factor, which has few local optima.</summary>
    public static Starts OfOneFactor { get; } = new(5, 0);
}
