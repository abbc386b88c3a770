namespace Karkhana.Core.Exchange;

/// <summary>The score of each firm on one construct, with its standard error.</summary>
/// <param name="Construct">The construct: <c>capability</c>, <c>effort</c>, <c>absorptive_capacity</c>.</param>
/// <param name="Values">One per firm; NaN when the firm has too few answers.</param>
/// <param name="StandardErrors">One per firm.</param>
/// <param name="Model">How it was scored: <c>sum-score</c> (0 to 1), <c>standardised-sum-score</c>.</param>
/// <param name="PlausibleValues">Draws of each firm's true score given its answers alone, one list per draw: for
/// distributions and group means. A regression on other variables draws its own, given its terms. Empty when there are
/// none.</param>
public sealed record Score(
    string Construct,
    IReadOnlyList<double> Values,
    IReadOnlyList<double> StandardErrors,
    string Model,
    IReadOnlyList<IReadOnlyList<double>> PlausibleValues);
