using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Sensitivities from regression as a measure.</summary>
public static class RegressionSensitivityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ModelRuns, RegressionSensitivityOptions, RegressionSensitivityResult>(
        "experiments.regression-sensitivity",
        "Sensitivity of a model's output to its inputs by regression or rank correlation.",
        RegressionSensitivity.Source,
        [new InputSpec("sample", "variables (list of columns), value")],
        [
            new OutputSpec("variable", OutputShape.Vector, "inputs"),
            new OutputSpec("estimate", OutputShape.Vector, "standardised coefficient or correlation"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits; null without bootstrap"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits; null without bootstrap"),
            new OutputSpec("estimate_half", OutputShape.Vector, "from the first half of the runs; null with fewer than four"),
            new OutputSpec("greatest_change", OutputShape.Scalar, "largest change of an estimate from the first half to all"),
            new OutputSpec("r_squared", OutputShape.Scalar, "of the linear regression on the values"),
        ],
        request => ModelRuns.Read(request, "sample"),
        RegressionSensitivity.Estimate);
}
