namespace Karkhana.Learning;

/// <summary>One estimate that a hypothesis speaks of.</summary>
/// <param name="Name">What is estimated: <c>effort ~ EE11:EE11</c>.</param>
/// <param name="Expected">What is expected of it.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">The lower 95 % limit.</param>
/// <param name="High">The upper 95 % limit.</param>
/// <param name="EquivalenceLow">The lower 90 % limit, for expectations of none.</param>
/// <param name="EquivalenceHigh">The upper 90 % limit.</param>
/// <param name="PValue">The two-sided p-value, for a slope with fewer than 20 places the greater of this and that of the wild cluster bootstrap; NaN where only an interval is known.</param>
/// <param name="Firms">The firms behind it.</param>
public sealed record HypothesisPart(
    string Name,
    Expectation Expected,
    double Estimate,
    double Low,
    double High,
    double EquivalenceLow,
    double EquivalenceHigh,
    double PValue,
    int Firms)
{
    /// <summary>Gets how many slopes are multiplied in the estimate: the smallest product of interest is the smallest association to this
    /// power.</summary>
    public int Factors { get; init; } = 1;

    /// <summary>Gives the part with the greater of its p-value and another, if there is one.</summary>
    internal HypothesisPart AtLeast(double pValue) => this with { PValue = FewPlaces.PValue(PValue, pValue) };

    /// <summary>Gets the p-value corrected over all parts of all hypotheses.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;
}
