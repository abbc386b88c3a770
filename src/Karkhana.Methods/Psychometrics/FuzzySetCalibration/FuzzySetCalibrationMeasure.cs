using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The calibration of a fuzzy set as a measure.</summary>
public static class FuzzySetCalibrationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<IReadOnlyList<double>, FuzzySetCalibrationOptions, FuzzySetCalibrationResult>(
        "psychometrics.fuzzy-set-calibration",
        "Direct calibration of a variable into a fuzzy set.",
        FuzzySetCalibration.Source,
        [new InputSpec("sample", "value")],
        [
            new OutputSpec("row", OutputShape.Vector, "1, 2, ... in the order of the table"),
            new OutputSpec("membership", OutputShape.Vector, "0..1"),
            new OutputSpec("lower", OutputShape.Scalar, "value of full exclusion"),
            new OutputSpec("crossover", OutputShape.Scalar, "value of membership 0.5"),
            new OutputSpec("upper", OutputShape.Scalar, "value of full inclusion"),
        ],
        request => request.Table("sample").Numbers("value"),
        FuzzySetCalibration.Estimate);
}
