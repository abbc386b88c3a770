using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Nearest-neighbour matching as a measure.</summary>
public static class NearestNeighbourMatchingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TreatmentSample, NearestNeighbourMatchingOptions, NearestNeighbourMatchingResult>(
        "econometrics.nearest-neighbour-matching",
        "Greedy nearest-neighbour matching on the propensity score without replacement, with balance.",
        NearestNeighbourMatching.Source,
        [new InputSpec("sample", TreatmentSample.Roles + ", outcome")],
        [
            new OutputSpec("treated", OutputShape.Vector, "row number of a treated unit, one entry per match"),
            new OutputSpec("round", OutputShape.Vector, "match round, from 1"),
            new OutputSpec("control", OutputShape.Vector, "row number of the control"),
            new OutputSpec("distance", OutputShape.Vector, "difference of the scores"),
            new OutputSpec("matched_treated", OutputShape.Scalar, "treated units with at least one match"),
            new OutputSpec("att", OutputShape.Scalar, "mean difference of the matched"),
            new OutputSpec("std_error", OutputShape.Scalar, "of the mean of the matched differences"),
            new OutputSpec("variable", OutputShape.Vector, "covariates and their squares"),
            new OutputSpec("smd_before", OutputShape.Vector, "standardised mean differences of all units"),
            new OutputSpec("smd_after", OutputShape.Vector, "the same of the matched"),
        ],
        TreatmentSample.Read,
        NearestNeighbourMatching.Estimate);
}
