using System.Text.Json.Serialization;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Which terms are made of the conditions.</summary>
public enum FuzzyTerms
{
    /// <summary>Each condition by itself.</summary>
    [JsonStringEnumMemberName("single")]
    Each,

    /// <summary>Each condition's absence.</summary>
    Negated,

    /// <summary>All conditions together.</summary>
    Conjunction,
}
