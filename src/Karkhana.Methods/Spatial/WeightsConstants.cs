namespace Karkhana.Methods.Spatial;

/// <summary>The sums of a neighbour matrix that the moments of global statistics need.</summary>
/// <remarks>Source: Cliff and Ord 1981, Spatial Processes, chapter 1.</remarks>
/// <param name="S0">Σ w_ij.</param>
/// <param name="S1">½ Σ (w_ij + w_ji)².</param>
/// <param name="S2">Σ_i (w_i. + w_.i)².</param>
public sealed record WeightsConstants(double S0, double S1, double S2);
