namespace Karkhana.Methods.Spatial;

/// <summary>The joins of two colours, or all joins of different colours.</summary>
/// <param name="Colour">The pair "r:s" with r ≥ s in text order, or "total".</param>
/// <param name="Estimate">The join count ½ Σ w_ij.</param>
/// <param name="Expectation">Its expectation when the colours are shuffled.</param>
/// <param name="Variance">Its variance likewise.</param>
/// <param name="Z">The standard score; NaN without variance.</param>
/// <param name="PValue">One-sided, more joins than expected; NaN for different colours.</param>
public sealed record JoinCountRow(string Colour, double Estimate, double Expectation, double Variance, double Z, double PValue);
