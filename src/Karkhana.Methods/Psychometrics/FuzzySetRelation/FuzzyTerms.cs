namespace Karkhana.Methods.Psychometrics;

/// <summary>Which terms are made of the conditions.</summary>
public enum FuzzyTerms
{
    /// <summary>Each condition.</summary>
    Single,

    /// <summary>Each condition's absence.</summary>
    Negated,

    /// <summary>All conditions together.</summary>
    Conjunction,
}
