using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Diffusion curves as a measure.</summary>
public static class InnovationDiffusionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, InnovationDiffusionOptions, InnovationDiffusionResult>(
        "experiments.innovation-diffusion",
        "Adopters of an innovation over time by the curves of Bass, logistic and Gompertz.",
        InnovationDiffusion.Source,
        [],
        [
            new OutputSpec("time", OutputShape.Vector, "times"),
            new OutputSpec("cumulative", OutputShape.Vector, "adopters up to the time"),
            new OutputSpec("peak_time", OutputShape.Scalar, "when adoption is fastest; null for bass-discrete"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => InnovationDiffusion.Estimate(options, execution, cancellationToken));
}
