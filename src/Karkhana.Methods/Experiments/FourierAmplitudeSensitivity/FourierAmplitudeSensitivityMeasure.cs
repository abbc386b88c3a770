using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Extended FAST as a measure.</summary>
public static class FourierAmplitudeSensitivityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SearchCurves, FourierAmplitudeSensitivityOptions, FourierAmplitudeSensitivityResult>(
        "experiments.fourier-amplitude-sensitivity",
        "Share of the variance of a model's output by input, from curves along which inputs swing (extended FAST).",
        FourierAmplitudeSensitivity.Source,
        [new InputSpec("curves", "variable, step (from 0), value; optional curve")],
        [
            new OutputSpec("variable", OutputShape.Vector, "inputs"),
            new OutputSpec("first_order", OutputShape.Vector, "explained by the input alone"),
            new OutputSpec("first_order_conf_low", OutputShape.Vector, "lower limits; null with one curve"),
            new OutputSpec("first_order_conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("total", OutputShape.Vector, "explained by the input alone or with others"),
            new OutputSpec("total_conf_low", OutputShape.Vector, "lower limits; null with one curve"),
            new OutputSpec("total_conf_high", OutputShape.Vector, "upper limits"),
        ],
        SearchCurves.Read,
        FourierAmplitudeSensitivity.Estimate);
}
