namespace Karkhana.Learning;

/// <summary>One path between two constructs, estimated.</summary>
/// <param name="Equation">The equation that it stands in: a channel of learning, <c>effort</c>, <c>capability</c>, <c>performance</c>.</param>
/// <param name="Outcome">What is explained.</param>
/// <param name="Term">By what.</param>
/// <param name="Expected">The sign that the framework gives it: 1 or −1.</param>
/// <param name="Firms">The firms used.</param>
/// <param name="Estimate">The slope, in standard deviations of the outcome per standard deviation of the term; of a term that bends, the slope where
/// it is least.</param>
/// <param name="StandardError">The standard error.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="PValue">The two-sided p-value.</param>
public sealed record LearningPath(
    string Equation, string Outcome, string Term, int Expected, int Firms, double Estimate, double StandardError, double Low, double High, double PValue)
{
    /// <summary>Gets the p-value of the wild cluster bootstrap over places; NaN with 20 places or more, and for a term that bends.</summary>
    public double WildPValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value by which a finding is judged: the greater of both.</summary>
    public double JudgedPValue => FewPlaces.PValue(PValue, WildPValue);

    /// <summary>Gets the p-value corrected over all paths.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets a value indicating whether the estimate has the sign that the framework gives the path.</summary>
    public bool HasExpectedSign => Math.Sign(Estimate) == Expected;
}
