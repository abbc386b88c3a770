namespace Karkhana.Methods.Econometrics;

/// <summary>How the weight of a control falls with its distance u, in bandwidths.</summary>
public enum MatchingKernel
{
    /// <summary>1 − u² within 1.</summary>
    Epanechnikov,

    /// <summary>exp(−u²/2) within 9.</summary>
    Normal,

    /// <summary>The same for all within 1 (radius matching).</summary>
    Uniform,

    /// <summary>(1 − u²)² within 1.</summary>
    Biweight,

    /// <summary>(1 − |u|³)³ within 1.</summary>
    Tricube,
}
