namespace Karkhana.Methods.Experiments;

/// <summary>One generation of the search.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Tolerance">The greatest distance that was accepted; infinite in the first.</param>
/// <param name="Attempts">Runs of the model.</param>
/// <param name="Accepted">Sets that were kept.</param>
/// <param name="MeanDistance">The weighted mean of their distances.</param>
/// <param name="EffectiveSize">(Σ w)² / Σ w².</param>
public sealed record Generation(int Number, double Tolerance, int Attempts, int Accepted, double MeanDistance, double EffectiveSize);
