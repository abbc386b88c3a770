namespace Karkhana.Learning;

/// <summary>One coefficient of interest.</summary>
/// <param name="Model">The model: <c>capability_gap</c>, <c>capability_gap_adjusted</c>, <c>effort</c>,
/// <c>capability</c>.</param>
/// <param name="Term">The term: an advantage, <c>clustered</c> or <c>effort</c>.</param>
/// <param name="Firms">The firms used.</param>
/// <param name="Estimate">The coefficient, in standard deviations of the outcome per standard deviation of the term
/// (clustered: yes against no).</param>
/// <param name="StandardError">The standard error.</param>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="AdjustedPValue">The p-value corrected over the advantages of the model; NaN for other terms.</param>
/// <param name="Low">The lower limit, 95 %.</param>
/// <param name="High">The upper limit, 95 %.</param>
public sealed record LearningEstimate(
    string Model, string Term, int Firms, double Estimate, double StandardError, double PValue, double AdjustedPValue, double Low, double High)
{
    /// <summary>Gets the p-value of the wild cluster bootstrap over places; NaN with 20 places or more.</summary>
    public double WildPValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value by which a finding is judged: the greater of both.</summary>
    public double JudgedPValue => FewPlaces.PValue(PValue, WildPValue);
}
