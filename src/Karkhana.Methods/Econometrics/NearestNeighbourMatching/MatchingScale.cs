namespace Karkhana.Methods.Econometrics;

/// <summary>The scale on which two units are near each other.</summary>
public enum MatchingScale
{
    /// <summary>The probability of treatment.</summary>
    Probability,

    /// <summary>Its logit, which spreads the scores near 0 and 1.</summary>
    Logit,
}
