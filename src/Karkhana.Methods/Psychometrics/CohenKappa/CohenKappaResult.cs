using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Cohen's kappa with its error, interval and test.</summary>
public sealed record CohenKappaResult : IMeasureResult
{
    /// <summary>Gets the categories in order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Gets the number of subjects that both raters rated.</summary>
    public required int Subjects { get; init; }

    /// <summary>Gets the proportions of pairs, row after row; rows are the first rater.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>Gets the weighted share of agreement.</summary>
    public required double ObservedAgreement { get; init; }

    /// <summary>Gets the weighted share of agreement that the margins alone give.</summary>
    public required double ExpectedAgreement { get; init; }

    /// <summary>Gets κ; at most 1; NaN when all ratings are the same.</summary>
    public required double Kappa { get; init; }

    /// <summary>Gets the asymptotic standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets the lower limit.</summary>
    public required double Low { get; init; }

    /// <summary>Gets the upper limit, at most 1.</summary>
    public required double High { get; init; }

    /// <summary>Gets the asymptotic standard error when agreement is by chance.</summary>
    public required double NullStandardError { get; init; }

    /// <summary>Gets κ over that error.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the two-sided p-value of chance agreement.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Kappa)
        .Scalar("std_error", StandardError)
        .Scalar("conf_low", Low)
        .Scalar("conf_high", High)
        .Scalar("null_std_error", NullStandardError)
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("observed_agreement", ObservedAgreement)
        .Scalar("expected_agreement", ExpectedAgreement)
        .Scalar("subjects", Subjects);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cohen_kappa",
        Column.Of("term", ["kappa"], "Term", "What is estimated."),
        Column.Of("estimate", [Kappa], "κ", "", "Agreement beyond chance, at most 1.", recommended: true),
        Column.Of("std_error", [StandardError], "Standard error", "", "Asymptotic standard error."),
        Column.Of("conf_low", [Low], "Low", "", "Lower limit of the interval."),
        Column.Of("conf_high", [High], "High", "", "Upper limit of the interval."),
        Column.Of("statistic", [Statistic], "z", "", "Kappa over its error under chance."),
        Column.Of("p_value", [PValue], "p", "", "Two-sided, of agreement by chance."),
        Column.Of("observed_agreement", [ObservedAgreement], "Observed", "share", "Weighted share of agreement."),
        Column.Of("expected_agreement", [ExpectedAgreement], "Expected", "share", "That which the margins alone give."),
        Column.Of("n", [Subjects], "Subjects", "", "Subjects rated by both."));
}
