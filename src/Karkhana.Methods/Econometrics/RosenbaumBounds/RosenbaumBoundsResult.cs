using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>P-values and estimates of a matched difference under hidden bias.</summary>
public sealed record RosenbaumBoundsResult : IMeasureResult
{
    /// <summary>Gets the odds ratios.</summary>
    public required IReadOnlyList<double> Gamma { get; init; }

    /// <summary>Gets the least p-value at each.</summary>
    public required IReadOnlyList<double> LowerPValues { get; init; }

    /// <summary>Gets the greatest p-value at each.</summary>
    public required IReadOnlyList<double> UpperPValues { get; init; }

    /// <summary>Gets the least Hodges–Lehmann estimate at each.</summary>
    public required IReadOnlyList<double> LowerEstimates { get; init; }

    /// <summary>Gets the greatest Hodges–Lehmann estimate at each.</summary>
    public required IReadOnlyList<double> UpperEstimates { get; init; }

    /// <summary>Gets the odds ratio at which the greatest p-value reaches alpha; ∞ when none up to 1000 does.</summary>
    public required double CriticalGamma { get; init; }

    /// <summary>Gets the number of pairs.</summary>
    public required int Pairs { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("gamma", Gamma)
        .Vector("p_upper", UpperPValues)
        .Vector("p_lower", LowerPValues)
        .Vector("estimate_low", LowerEstimates)
        .Vector("estimate_high", UpperEstimates)
        .Scalar("critical_gamma", CriticalGamma)
        .Scalar("pairs", Pairs);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "rosenbaum_bounds",
        Column.Of("gamma", Gamma, "Γ", "", "Odds ratio by which two matched units may differ in their chance of treatment."),
        Column.Of("p_lower", LowerPValues, "p from", "", "Least p-value."),
        Column.Of("p_upper", UpperPValues, "p to", "", "Greatest p-value.", recommended: true),
        Column.Of("estimate_low", LowerEstimates, "Estimate from", "", "Least Hodges–Lehmann estimate."),
        Column.Of("estimate_high", UpperEstimates, "Estimate to", "", "Greatest Hodges–Lehmann estimate."));
}
