using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Linking as a measure.</summary>
public static class LinkingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<LinkedForms, LinkingOptions, LinkingResult>(
        "psychometrics.linking",
        "Item parameters of two surveys on one scale by the items they share, with the drift of these items.",
        Linking.Source,
        [new InputSpec("base_parameters", ScoredResponses.ParameterRoles), new InputSpec("new_parameters", ScoredResponses.ParameterRoles)],
        [
            new OutputSpec("scale_slope", OutputShape.Scalar, "A of theta_base = A theta_new + B"),
            new OutputSpec("scale_intercept", OutputShape.Scalar, "B"),
            new OutputSpec("criterion", OutputShape.Scalar, "least distance of the curves; haebara and stocking-lord only"),
            new OutputSpec("item", OutputShape.Vector, "items of the new set"),
            new OutputSpec("slope", OutputShape.Vector, "a/A"),
            new OutputSpec("guessing", OutputShape.Vector, "unchanged"),
            new OutputSpec("threshold", OutputShape.Matrix, "item x step, A b + B"),
            new OutputSpec("anchor", OutputShape.Vector, "items of both sets"),
            new OutputSpec("threshold_difference", OutputShape.Vector, "linked minus base mean threshold"),
            new OutputSpec("slope_difference", OutputShape.Vector, "ln(linked/base slope)"),
            new OutputSpec("threshold_z", OutputShape.Vector, "robust z"),
            new OutputSpec("slope_z", OutputShape.Vector, "robust z"),
            new OutputSpec("drifting", OutputShape.Vector, "1 when a robust z is beyond the critical value"),
        ],
        LinkedForms.Read,
        Linking.Estimate);
}
