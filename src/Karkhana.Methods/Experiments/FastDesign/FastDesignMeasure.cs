using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The search curves of extended FAST as a measure.</summary>
public static class FastDesignMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, FastDesignOptions, FastDesignResult>(
        "experiments.fast-design",
        "Search curves for extended FAST, along which each input of a model swings at a frequency of its own.",
        FastDesign.Source,
        [],
        [
            new OutputSpec("design", OutputShape.Matrix, "row x input; rows from 1, columns x1, x2, ..."),
            new OutputSpec("variable", OutputShape.Vector, "input of interest of each row"),
            new OutputSpec("curve", OutputShape.Vector, "curve of each row, from 1"),
            new OutputSpec("step", OutputShape.Vector, "step of each row along its curve, from 0"),
            new OutputSpec("frequency", OutputShape.Scalar, "of the input of interest"),
            new OutputSpec("other_frequency", OutputShape.Vector, "of the other inputs, in their order"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => FastDesign.Estimate(options, execution, cancellationToken));
}
