namespace Karkhana.Learning;

/// <summary>A part of an association.</summary>
/// <param name="Exposure">What firms are exposed to.</param>
/// <param name="Form">How the association is taken apart.</param>
/// <param name="Effect">Which part: <c>indirect</c>, <c>direct</c>, <c>total</c>, …</param>
/// <param name="Interval">The part with its percentile limits, in standard deviations.</param>
/// <param name="StandardError">The standard deviation over all samples of all draws.</param>
/// <param name="ShareMeasurement">The share of its square that comes from the draws of the true scores.</param>
/// <param name="Firms">The firms used.</param>
public sealed record MediatedPart(
    string Exposure, MediationForm Form, string Effect, PathInterval Interval, double StandardError, double ShareMeasurement, int Firms);
