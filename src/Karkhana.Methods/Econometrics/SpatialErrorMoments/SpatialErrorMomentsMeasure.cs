using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The spatial error model by moments as a measure.</summary>
public static class SpatialErrorMomentsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialSample, SpatialErrorMomentsOptions, SpatialErrorMomentsResult>(
        "econometrics.spatial-error-moments",
        "Spatial error model by generalised moments.",
        SpatialErrorMoments.Source,
        SpatialSample.Inputs,
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("lambda", OutputShape.Scalar, "spatial error parameter"),
            new OutputSpec("sigma2", OutputShape.Scalar, "error variance by the moments"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
        ],
        SpatialSample.Read,
        SpatialErrorMoments.Estimate);
}
