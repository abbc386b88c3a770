namespace Karkhana.Learning;

/// <summary>How far an exposure's association with capability goes along effort, and how firm that is.</summary>
/// <param name="Exposure">What firms are exposed to.</param>
/// <param name="Firms">The firms used.</param>
/// <param name="Places">The places that were resampled; 0 when firms were.</param>
/// <param name="Proportion">Indirect over total; NaN where the total is not clearly different from 0 or the parts have different signs, for
/// then a proportion says nothing.</param>
/// <param name="CorrelationAtZero">ρ*: the correlation of the residuals of effort and capability, from something left out that drives both, at which
/// the indirect part would be 0.</param>
public sealed record MediatedExposure(string Exposure, int Firms, int Places, double Proportion, PathInterval CorrelationAtZero);
