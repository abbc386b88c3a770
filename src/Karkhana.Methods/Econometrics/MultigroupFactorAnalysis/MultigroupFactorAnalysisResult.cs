using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Fit of a factor model of several groups.</summary>
public sealed record MultigroupFactorAnalysisResult : IMeasureResult
{
    private readonly FitIndices _fit;

    internal MultigroupFactorAnalysisResult(FitIndices fit) => _fit = fit;

    /// <summary>Gets what was held equal.</summary>
    public required InvarianceLevel Level { get; init; }

    /// <summary>Gets the likelihood-ratio chi-square.</summary>
    public double ChiSquareStatistic => _fit.Statistic;

    /// <summary>Gets its degrees of freedom.</summary>
    public int DegreesOfFreedom => _fit.DegreesOfFreedom;

    /// <summary>Gets its upper tail.</summary>
    public double PValue => _fit.PValue;

    /// <summary>Gets the comparative fit index.</summary>
    public double Cfi => _fit.Cfi;

    /// <summary>Gets the index of Tucker and Lewis; NaN without degrees of freedom.</summary>
    public double Tli => _fit.Tli;

    /// <summary>Gets the root mean square error of approximation; NaN without degrees of freedom.</summary>
    public double Rmsea => _fit.Rmsea;

    /// <summary>Gets the standardised root mean square residual.</summary>
    public double Srmr => _fit.Srmr;

    /// <summary>Gets Akaike's criterion.</summary>
    public double Aic => _fit.Aic;

    /// <summary>Gets the Bayesian criterion, ln n of all groups.</summary>
    public double Bic => _fit.Bic;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("chi_square", ChiSquareStatistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue)
        .Scalar("cfi", Cfi)
        .Scalar("tli", Tli)
        .Scalar("rmsea", Rmsea)
        .Scalar("rmsea_low", _fit.RmseaLow)
        .Scalar("rmsea_high", _fit.RmseaHigh)
        .Scalar("srmr", Srmr)
        .Scalar("aic", Aic)
        .Scalar("bic", Bic);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "multigroup_factor_analysis",
        Column.Of("term", [Words.Of(Level)], "Level", "What is held equal over groups."),
        Column.Of("statistic", [ChiSquareStatistic], "χ²", "", "Likelihood-ratio chi-square."),
        Column.Of("df", [(double)DegreesOfFreedom], "df", "", "Degrees of freedom."),
        Column.Of("p_value", [PValue], "p", "", "Upper tail of the chi-square."),
        Column.Of("cfi", [Cfi], "CFI", "", "Comparative fit index.", recommended: true),
        Column.Of("tli", [Tli], "TLI", "", "Index of Tucker and Lewis."),
        Column.Of("rmsea", [Rmsea], "RMSEA", "", "Root mean square error of approximation."),
        Column.Of("srmr", [Srmr], "SRMR", "", "Standardised root mean square residual."),
        Column.Of("aic", [Aic], "AIC", "", "Akaike's criterion."),
        Column.Of("bic", [Bic], "BIC", "", "Bayesian criterion."));
}
