namespace Karkhana.Methods.Psychometrics;

/// <summary>How factors are estimated.</summary>
public enum FactorEstimator
{
    /// <summary>Normal-theory maximum likelihood.</summary>
    Ml,

    /// <summary>Least squares of the off-diagonal correlations.</summary>
    Minres,
}
