using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Intraclass correlations as a measure.</summary>
public static class IntraclassCorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RaterTable, IntraclassCorrelationOptions, IntraclassCorrelationResult>(
        "psychometrics.intraclass-correlation",
        "Intraclass correlations of several raters who rate the same subjects.",
        IntraclassCorrelation.Source,
        [new InputSpec("ratings", "raters (list of columns)")],
        [
            new OutputSpec("type", OutputShape.Vector, "one-way, two-way-random, two-way-mixed; single, then average"),
            new OutputSpec("estimate", OutputShape.Vector, "at most 1"),
            new OutputSpec("statistic", OutputShape.Vector, "F"),
            new OutputSpec("df1", OutputShape.Vector, "degrees of freedom above"),
            new OutputSpec("df2", OutputShape.Vector, "degrees of freedom below"),
            new OutputSpec("p_value", OutputShape.Vector, "upper tail"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limit"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limit"),
        ],
        RaterTable.Read,
        IntraclassCorrelation.Estimate);
}
