namespace Karkhana.Learning;

/// <summary>One specification, estimated.</summary>
/// <param name="Labels">The choice made on each dimension.</param>
/// <param name="Estimate">The coefficient of the term of interest.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="Firms">The firms used; 0 where too few were complete.</param>
public sealed record Specification(IReadOnlyList<string> Labels, double Estimate, double Low, double High, double PValue, int Firms)
{
    /// <summary>Gets a value indicating whether it could be estimated.</summary>
    public bool IsEstimated => Firms > 0;
}
