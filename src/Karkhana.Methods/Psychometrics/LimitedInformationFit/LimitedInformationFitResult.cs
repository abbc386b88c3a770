using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Overall fit of an item response model.</summary>
public sealed record LimitedInformationFitResult : IMeasureResult
{
    /// <summary>Gets the χ² statistic.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required int Degrees { get; init; }

    /// <summary>Gets the respondents who answered every item.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets the statistic of independent items.</summary>
    public required double BaselineStatistic { get; init; }

    /// <summary>Gets the degrees of freedom of independent items.</summary>
    public required int BaselineDegrees { get; init; }

    /// <summary>Gets the root mean squared difference of observed and implied correlations.</summary>
    public required double RootMeanSquareResidual { get; init; }

    /// <summary>Gets the noncentrality at which the statistic is the 95% quantile; 0 when there is none.</summary>
    public required double NoncentralityLow { get; init; }

    /// <summary>Gets the noncentrality at which the statistic is the 5% quantile; 0 when there is none.</summary>
    public required double NoncentralityHigh { get; init; }

    /// <summary>Gets the upper tail of the statistic.</summary>
    public double PValue => ChiSquare.UpperTail(Statistic, Degrees);

    /// <summary>Gets the root mean square error of approximation.</summary>
    public double Rmsea => PerDegree(Statistic - Degrees);

    /// <summary>Gets its lower limit (5%).</summary>
    public double RmseaLow => PerDegree(NoncentralityLow);

    /// <summary>Gets its upper limit (95%).</summary>
    public double RmseaHigh => PerDegree(NoncentralityHigh);

    /// <summary>Gets the index of Tucker and Lewis; NaN when independent items fit as well as their degrees of
    /// freedom.</summary>
    public double TuckerLewis => BaselineStatistic > BaselineDegrees
        ? ((BaselineStatistic / BaselineDegrees) - (Statistic / Degrees)) / ((BaselineStatistic / BaselineDegrees) - 1)
        : double.NaN;

    /// <summary>Gets the comparative fit index, 0 to 1; NaN when independent items fit as well as their degrees of
    /// freedom.</summary>
    public double ComparativeFit => BaselineStatistic > BaselineDegrees
        ? Math.Clamp(1 - ((Statistic - Degrees) / (BaselineStatistic - BaselineDegrees)), 0, 1)
        : double.NaN;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("df", Degrees)
        .Scalar("p_value", PValue)
        .Scalar("rmsea", Rmsea)
        .Scalar("rmsea_low", RmseaLow)
        .Scalar("rmsea_high", RmseaHigh)
        .Scalar("srmsr", RootMeanSquareResidual)
        .Scalar("tli", TuckerLewis)
        .Scalar("cfi", ComparativeFit);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "limited_information_fit",
        Column.Of("statistic", [Statistic], "χ²", "", "Limited-information statistic."),
        Column.Of("df", [Degrees], "df", "", "Margins less parameters."),
        Column.Of("p_value", [PValue], "p", "", "Upper tail."),
        Column.Of("rmsea", [Rmsea], "RMSEA", "", "Root mean square error of approximation.", recommended: true),
        Column.Of("conf_low", [RmseaLow], "RMSEA low", "", "Lower limit, 5%."),
        Column.Of("conf_high", [RmseaHigh], "RMSEA high", "", "Upper limit, 95%."),
        Column.Of("srmsr", [RootMeanSquareResidual], "SRMSR", "", "Root mean squared difference of correlations."),
        Column.Of("tli", [TuckerLewis], "TLI", "", "Index of Tucker and Lewis."),
        Column.Of("cfi", [ComparativeFit], "CFI", "", "Comparative fit index."));

    private double PerDegree(double noncentrality) => Math.Sqrt(Math.Max(0, noncentrality) / (Degrees * (Respondents - 1.0)));
}
