using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>Terms whose coefficients differ between the groups of one grouping, correlated with each other.</summary>
public sealed record RandomTerms
{
    internal const string Intercept = "intercept";

    /// <summary>Gets the grouping.</summary>
    /// <value>Required. Nested groups need codes that are unique over the upper level.</value>
    [Description("Column of the grouping.")]
    public required string Group { get; init; }

    /// <summary>Gets the terms: <c>intercept</c> and columns of numbers.</summary>
    /// <value>The intercept unless set.</value>
    [Description("Terms: intercept and column names.")]
    public IReadOnlyList<string> Terms { get; init; } = [Intercept];
}
