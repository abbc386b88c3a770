namespace Karkhana.Core.Exchange;

/// <summary>The score of each firm on one construct, with its standard error.</summary>
/// <param name="Construct">The construct: <c>capability</c>, <c>effort</c>, <c>absorptive_capacity</c>.</param>
/// <param name="Values">One per firm; NaN when the firm has too few answers.</param>
/// <param name="StandardErrors">One per firm.</param>
/// <param name="Model">How it was scored: <c>sum-score</c>, <c>standardised-sum-score</c>, <c>graded</c>.</param>
/// <param name="PlausibleValues">Draws of each firm's true score given its answers alone, one list per draw: for
/// distributions and group means. A regression on other variables draws its own, given its terms. Empty when there are
/// none.</param>
public sealed record Score(
    string Construct,
    IReadOnlyList<double> Values,
    IReadOnlyList<double> StandardErrors,
    string Model,
    IReadOnlyList<IReadOnlyList<double>> PlausibleValues)
{
    /// <summary>Gets a value indicating whether the score is a share of its scale: 0 the least that the items can tell, 1 the
    /// most. Only such a score has a distance to what can be attained.</summary>
    public bool IsShareOfScale { get; init; }
}
