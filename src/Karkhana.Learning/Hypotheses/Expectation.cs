namespace Karkhana.Learning;

/// <summary>What a hypothesis expects of an estimate.</summary>
public enum Expectation
{
    /// <summary>Above zero.</summary>
    Positive,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>Within the smallest association of interest around zero.</summary>
    None,

    /// <summary>Not below zero by more than the margin.</summary>
    AtLeast,

    /// <summary>Several parts, each with its own expectation.</summary>
    Pattern,
}
