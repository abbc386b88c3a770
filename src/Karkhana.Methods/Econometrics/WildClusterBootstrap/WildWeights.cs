namespace Karkhana.Methods.Econometrics;

/// <summary>What the residuals of a cluster are multiplied by.</summary>
public enum WildWeights
{
    /// <summary>−1 or 1.</summary>
    Rademacher,

    /// <summary>±√½, ±1 or ±√(3/2), for few clusters.</summary>
    Webb,
}
