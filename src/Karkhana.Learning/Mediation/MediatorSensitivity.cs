namespace Karkhana.Learning;

/// <summary>How firm one step of a chain is against something left out that drives both its ends.</summary>
/// <param name="Exposure">What firms are exposed to.</param>
/// <param name="Form">How the association is taken apart.</param>
/// <param name="Step">The step: <c>effort, capability</c>.</param>
/// <param name="Firms">The firms used.</param>
/// <param name="CorrelationAtZero">ρ*: the correlation of the residuals of both ends at which nothing would go along the step; NaN where it is not
/// defined.</param>
/// <param name="Undefined">Why it is not defined; null where it is.</param>
public sealed record MediatorSensitivity(
    string Exposure, MediationForm Form, string Step, int Firms, PathInterval CorrelationAtZero, string? Undefined);
