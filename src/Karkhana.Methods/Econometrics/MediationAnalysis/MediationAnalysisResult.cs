using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>An association taken apart along one mediator.</summary>
public sealed record MediationAnalysisResult : IMeasureResult
{
    /// <summary>Gets the coefficient of the treatment for the mediator.</summary>
    public required double A { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double AStandardError { get; init; }

    /// <summary>Gets the coefficient of the mediator for the outcome, the treatment held equal.</summary>
    public required double B { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double BStandardError { get; init; }

    /// <summary>Gets ab.</summary>
    public double Indirect => A * B;

    /// <summary>Gets the coefficient of the treatment for the outcome, the mediator held equal.</summary>
    public required double Direct { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double DirectStandardError { get; init; }

    /// <summary>Gets the coefficient of the treatment for the outcome without the mediator.</summary>
    public required double Total { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double TotalStandardError { get; init; }

    /// <summary>Gets ab over total; see the notes before it is used.</summary>
    public double ProportionMediated => Indirect / Total;

    /// <summary>Gets Sobel's standard error of ab.</summary>
    public required double SobelStandardError { get; init; }

    /// <summary>Gets Aroian's.</summary>
    public required double AroianStandardError { get; init; }

    /// <summary>Gets Goodman's.</summary>
    public required double GoodmanStandardError { get; init; }

    /// <summary>Gets ab over Sobel's standard error.</summary>
    public double SobelStatistic => Indirect / SobelStandardError;

    /// <summary>Gets its two-sided p-value by the normal distribution.</summary>
    public required double SobelPValue { get; init; }

    /// <summary>Gets the lower limit of ab from the distribution of the product.</summary>
    public required double ConfidenceLow { get; init; }

    /// <summary>Gets the upper limit.</summary>
    public required double ConfidenceHigh { get; init; }

    /// <summary>Gets the residual correlation of mediator and outcome at which the indirect part would be 0.</summary>
    public double ResidualCorrelationAtZero { get; init; }

    /// <summary>Gets the equation of the mediator.</summary>
    public required CoefficientTable MediatorEquation { get; init; }

    /// <summary>Gets the equation of the outcome with the mediator.</summary>
    public required CoefficientTable OutcomeEquation { get; init; }

    /// <summary>Gets the equation of the outcome without the mediator.</summary>
    public required CoefficientTable TotalEquation { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("a", A)
        .Scalar("a_std_error", AStandardError)
        .Scalar("b", B)
        .Scalar("b_std_error", BStandardError)
        .Scalar("indirect", Indirect)
        .Scalar("direct", Direct)
        .Scalar("direct_std_error", DirectStandardError)
        .Scalar("total", Total)
        .Scalar("total_std_error", TotalStandardError)
        .Scalar("proportion_mediated", ProportionMediated)
        .Scalar("sobel_std_error", SobelStandardError)
        .Scalar("aroian_std_error", AroianStandardError)
        .Scalar("goodman_std_error", GoodmanStandardError)
        .Scalar("sobel_statistic", SobelStatistic)
        .Scalar("sobel_p_value", SobelPValue)
        .Scalar("conf_low", ConfidenceLow)
        .Scalar("conf_high", ConfidenceHigh)
        .Scalar("residual_correlation_at_zero", ResidualCorrelationAtZero);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "mediation_analysis",
        Column.Of("effect", (string[])["a", "b", "indirect", "direct", "total"], "Part", "Part of the association."),
        Column.Of("estimate", [A, B, Indirect, Direct, Total], "Estimate", "", "Coefficient; indirect is the product of a and b.", recommended: true),
        Column.Of(
            "std_error", [AStandardError, BStandardError, SobelStandardError, DirectStandardError, TotalStandardError],
            "Standard error", "", "Sobel's for the indirect part."),
        Column.Of(
            "conf_low", [Low(MediatorEquation), OutcomeEquation.ConfidenceLow[^1], ConfidenceLow, OutcomeEquation.ConfidenceLow[^2], Low(TotalEquation)],
            "Low", "", "Lower confidence limit; of the product's distribution for the indirect part."),
        Column.Of(
            "conf_high", [High(MediatorEquation), OutcomeEquation.ConfidenceHigh[^1], ConfidenceHigh, OutcomeEquation.ConfidenceHigh[^2], High(TotalEquation)],
            "High", "", "Upper confidence limit."));

    // The treatment comes last among the terms, before the mediator where there is one.
    private static double Low(CoefficientTable table) => table.ConfidenceLow[^1];

    private static double High(CoefficientTable table) => table.ConfidenceHigh[^1];
}
