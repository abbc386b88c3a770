namespace Karkhana.Methods.Psychometrics;

/// <summary>How indicators are brought to a common scale.</summary>
public enum IndicatorNormalisation
{
    /// <summary>(x − mean)/sd, divisor n − 1.</summary>
    ZScore,

    /// <summary>(x − min)/(max − min).</summary>
    MinMax,

    /// <summary>Rank among the units, 1 = highest, so that a low score is good.</summary>
    Rank,
}
