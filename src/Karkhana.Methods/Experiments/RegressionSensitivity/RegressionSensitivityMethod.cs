namespace Karkhana.Methods.Experiments;

/// <summary>What is taken for the sensitivity of an output to an input.</summary>
public enum RegressionSensitivityMethod
{
    /// <summary>Standardised regression coefficients.</summary>
    Standardised,

    /// <summary>The same on ranks.</summary>
    StandardisedRank,

    /// <summary>Partial correlations given the other inputs.</summary>
    Partial,

    /// <summary>The same on ranks.</summary>
    PartialRank,

    /// <summary>Simple rank correlations.</summary>
    Spearman,
}
