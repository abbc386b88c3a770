using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The E-value as a measure.</summary>
public static class EValueMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, EValueOptions, EValueResult>(
        "econometrics.e-value",
        "Strength of unmeasured confounding that could explain a risk ratio away.",
        EValue.Source,
        [],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "E-value, at least 1"),
            new OutputSpec("limit", OutputShape.Scalar, "E-value of the limit nearest to 1; null when it is not given"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => EValue.Estimate(options, execution, cancellationToken));
}
