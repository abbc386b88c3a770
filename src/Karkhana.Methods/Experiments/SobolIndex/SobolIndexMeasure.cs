using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Sobol indices as a measure.</summary>
public static class SobolIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SobolEvaluations, SobolIndexOptions, SobolIndexResult>(
        "experiments.sobol-index",
        "Share of the variance of a model's output that each input explains, alone and with others.",
        SobolIndex.Source,
        [new InputSpec("evaluations", "point, block, value")],
        [
            new OutputSpec("variable", OutputShape.Vector, "x1, x2, ... in the order of the AB blocks"),
            new OutputSpec("first_order", OutputShape.Vector, "explained by the input alone; the estimate may lie below 0"),
            new OutputSpec("first_order_conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("first_order_conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("total", OutputShape.Vector, "explained by the input alone or with others"),
            new OutputSpec("total_conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("total_conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("second_order", OutputShape.Matrix, "variable x variable: upper triangle, null elsewhere and without BA blocks"),
            new OutputSpec("second_order_conf_low", OutputShape.Matrix, "lower limits"),
            new OutputSpec("second_order_conf_high", OutputShape.Matrix, "upper limits"),
            new OutputSpec("first_order_half", OutputShape.Vector, "from the first half of the base points"),
            new OutputSpec("total_half", OutputShape.Vector, "from the first half of the base points"),
            new OutputSpec("greatest_change", OutputShape.Scalar, "largest change of a first-order or total index from the first half to all"),
        ],
        SobolEvaluations.Read,
        SobolIndex.Estimate);
}
