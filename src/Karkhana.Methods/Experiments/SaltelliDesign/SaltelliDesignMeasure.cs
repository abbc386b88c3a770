using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The design for Sobol indices as a measure.</summary>
public static class SaltelliDesignMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, SaltelliDesignOptions, SaltelliDesignResult>(
        "experiments.saltelli-design",
        "Runs of a model from which Sobol indices are estimated.",
        SaltelliDesign.Source,
        [],
        [
            new OutputSpec("design", OutputShape.Matrix, "row x input; rows from 1, columns x1, x2, ..."),
            new OutputSpec("point", OutputShape.Vector, "base point of each row, from 0"),
            new OutputSpec("block", OutputShape.Vector, "A, AB1, ..., BA1, ..., B of each row"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => SaltelliDesign.Estimate(options, execution, cancellationToken));
}
