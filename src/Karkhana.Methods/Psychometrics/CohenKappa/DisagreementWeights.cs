namespace Karkhana.Methods.Psychometrics;

/// <summary>How much it weighs when two raters choose different categories.</summary>
public enum DisagreementWeights
{
    /// <summary>All disagreements alike.</summary>
    None,

    /// <summary>By the number of categories between them.</summary>
    Linear,

    /// <summary>By the square of that number.</summary>
    Quadratic,
}
