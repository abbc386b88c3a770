namespace Karkhana.Learning;

/// <summary>One specification, estimated.</summary>
/// <param name="Labels">The choice made on each dimension.</param>
/// <param name="Estimate">The coefficient of the term of interest.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="Firms">The firms used; 0 where it could not be estimated.</param>
public sealed record Specification(IReadOnlyList<string> Labels, double Estimate, double Low, double High, double PValue, int Firms)
{
    /// <summary>What stands for a choice that the estimator makes by itself: how errors of firms depend on each other.</summary>
    public const string OfTheEstimator = "of the estimator";

    /// <summary>Gets why it could not be estimated; null where it could.</summary>
    public EstimateRefusal? Refusal { get; init; }

    /// <summary>Gets a value indicating whether it could be estimated.</summary>
    public bool IsEstimated => Firms > 0;
}
