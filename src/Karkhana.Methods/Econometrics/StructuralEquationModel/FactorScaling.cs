namespace Karkhana.Methods.Econometrics;

/// <summary>How the unit of a factor is set.</summary>
public enum FactorScaling
{
    /// <summary>The first loading is 1: the factor has the unit of its first indicator.</summary>
    Marker,

    /// <summary>The variance of the factor (of its residual, when something explains it) is 1.</summary>
    UnitVariance,
}
