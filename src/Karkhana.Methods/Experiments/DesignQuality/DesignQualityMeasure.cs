using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The quality of a design as a measure.</summary>
public static class DesignQualityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ExperimentalDesign, DesignQualityOptions, DesignQualityResult>(
        "experiments.design-quality",
        "How evenly a design fills the unit cube.",
        DesignQuality.Source,
        [new InputSpec("design", "variables (list of columns), values in [0, 1]")],
        [
            new OutputSpec("centred_discrepancy", OutputShape.Scalar, "centred L2 discrepancy, squared"),
            new OutputSpec("mixture_discrepancy", OutputShape.Scalar, "mixture L2 discrepancy, squared"),
            new OutputSpec("wrap_around_discrepancy", OutputShape.Scalar, "wrap-around L2 discrepancy, squared"),
            new OutputSpec("star_discrepancy", OutputShape.Scalar, "star L2 discrepancy, not squared"),
            new OutputSpec("min_distance", OutputShape.Scalar, "least Euclidean distance of two points"),
            new OutputSpec("phi_p", OutputShape.Scalar, "smaller is better; infinite when two points are the same"),
            new OutputSpec("is_latin", OutputShape.Scalar, "1 when every stratum of every dimension holds one point, else 0"),
            new OutputSpec("max_abs_correlation", OutputShape.Scalar, "of two columns; null with one column or a constant one"),
        ],
        DesignQuality.Read,
        DesignQuality.Estimate);
}
