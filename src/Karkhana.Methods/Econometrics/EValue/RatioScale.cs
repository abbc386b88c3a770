namespace Karkhana.Methods.Econometrics;

/// <summary>What kind of ratio is given.</summary>
public enum RatioScale
{
    /// <summary>A ratio of risks, or of odds or hazards of an outcome rarer than 15 %.</summary>
    RiskRatio,

    /// <summary>An odds ratio of a common outcome; its square root stands for the risk ratio.</summary>
    CommonOddsRatio,

    /// <summary>A hazard ratio of a common outcome; (1 − 0.5^√HR)/(1 − 0.5^√(1/HR)) stands for the risk ratio.</summary>
    CommonHazardRatio,
}
