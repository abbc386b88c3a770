namespace Karkhana.Methods.Psychometrics;

/// <summary>Which respondents a correlation uses when some answers are missing.</summary>
public enum MissingAnswers
{
    /// <summary>Those who answered every item, for all pairs.</summary>
    Complete,

    /// <summary>Those who answered both items, pair by pair.</summary>
    Pairwise,
}
