using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The design for Morris screening as a measure.</summary>
public static class MorrisDesignMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, MorrisDesignOptions, MorrisDesignResult>(
        "experiments.morris-design",
        "Trajectories for Morris screening, along which one input of a model moves at a time.",
        MorrisDesign.Source,
        [],
        [
            new OutputSpec("design", OutputShape.Matrix, "row x input; rows from 1 in the order of the trajectories, columns x1, x2, ..."),
            new OutputSpec("trajectory", OutputShape.Vector, "trajectory of each row, from 1"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => MorrisDesign.Estimate(options, execution, cancellationToken));
}
