namespace Karkhana.Methods.Psychometrics;

/// <summary>Which data without common components a parallel analysis compares with.</summary>
public enum ReferenceData
{
    /// <summary>The answers themselves, each item put into a random order of its own.</summary>
    Permutation,

    /// <summary>Independent normal variables; cut at the items' thresholds when the correlations are
    /// polychoric.</summary>
    Normal,
}
