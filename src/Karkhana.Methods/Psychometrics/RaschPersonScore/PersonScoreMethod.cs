namespace Karkhana.Methods.Psychometrics;

/// <summary>How a raw score is turned into a person parameter.</summary>
public enum PersonScoreMethod
{
    /// <summary>Maximum likelihood: −∞ and +∞ at the ends.</summary>
    Ml,

    /// <summary>Warm's weighted likelihood: finite at the ends.</summary>
    Wle,
}
