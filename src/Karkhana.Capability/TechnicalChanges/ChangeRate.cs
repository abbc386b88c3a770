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
public sealed record ChangeRate(string By, string Category, EventRateResult All, EventRateResult? Groups, double AdjustedPValue);
