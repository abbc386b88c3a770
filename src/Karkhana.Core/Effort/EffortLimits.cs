namespace Karkhana.Core.Effort;

/// <summary>The bounds of a firm's effort, each with its logarithm, which a caller that solves often keeps.</summary>
/// <param name="Least">e_min.</param>
/// <param name="LogLeast">ln e_min; −∞ for none.</param>
/// <param name="Affordable">S / c.</param>
/// <param name="LogAffordable">ln (S / c).</param>
public readonly record struct EffortLimits(double Least, double LogLeast, double Affordable, double LogAffordable);
