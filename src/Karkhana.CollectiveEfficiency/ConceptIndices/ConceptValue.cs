namespace Karkhana.CollectiveEfficiency;

/// <summary>The value of an indicator, a part or a whole index, from 0 to 1.</summary>
/// <param name="Part">The part; empty for the whole.</param>
/// <param name="Indicator">The indicator: <c>item W1</c>; empty for parts and the whole.</param>
/// <param name="Estimate">The value; NaN when not measured.</param>
/// <param name="StandardError">The standard error over firms; NaN for ties, and where a part holds an indicator without
/// one.</param>
/// <param name="Firms">The firms behind an indicator; the fewest of any for parts and the whole.</param>
/// <param name="Needs">What would have to be asked; empty when everything was.</param>
public sealed record ConceptValue(string Part, string Indicator, double Estimate, double StandardError, int Firms, string Needs)
{
    /// <summary>Gets a value indicating whether it was measured.</summary>
    public bool IsMeasured => !double.IsNaN(Estimate);
}
