using Karkhana.Methods.Econometrics;

namespace Karkhana.Capability;

/// <summary>How often one kind of technical change came.</summary>
/// <param name="By">What the kinds are: <c>all</c>, <c>type</c> or <c>source</c>.</param>
/// <param name="Category">The kind: <c>product</c>, <c>user</c>; <c>all</c>.</param>
/// <param name="All">Changes per firm-year of all watched firms.</param>
/// <param name="Groups">The same of clustered and of dispersed firms, with the ratio to the dispersed ones; null when all
/// are of one group.</param>
/// <param name="AdjustedPValue">The p-value of equal rates in both groups, corrected for the other kinds (Benjamini and
/// Hochberg); NaN without two groups.</param>
public sealed record ChangeRate(string By, string Category, EventRateResult All, EventRateResult? Groups, double AdjustedPValue)
{
    /// <summary>Gets how many firms made such a change: of <c>all</c> firms, and by group.</summary>
    public required IReadOnlyDictionary<string, int> FirmsWith { get; init; }

    /// <summary>Gets the rate of clustered over that of dispersed firms, scaled where changes of one firm go together;
    /// null without two groups.</summary>
    public required RateRatio? Ratio { get; init; }

    /// <summary>Gets the dispersion that the variance of the ratio was scaled by; NaN where the ratio is exact.</summary>
    public required double RatioDispersion { get; init; }
}
