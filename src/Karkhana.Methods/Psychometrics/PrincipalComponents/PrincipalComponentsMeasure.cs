using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Principal components as a measure.</summary>
public static class PrincipalComponentsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, PrincipalComponentsOptions, PrincipalComponentsResult>(
        "psychometrics.principal-components",
        "The few sums of standardised items that hold most of their variance, with Velicer's test of how many.",
        PrincipalComponents.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("component", OutputShape.Vector, "1, 2, ..."),
            new OutputSpec("eigenvalue", OutputShape.Vector, "decreasing"),
            new OutputSpec("share", OutputShape.Vector, "of the variance of all items, 0 to 1"),
            new OutputSpec("minimum_average_partial", OutputShape.Vector, "defined before the last component"),
            new OutputSpec("loading", OutputShape.Matrix, "item x component"),
        ],
        ItemResponses.Read,
        PrincipalComponents.Estimate);
}
