using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A structural equation model and how it fits.</summary>
public sealed record StructuralEquationModelResult : IMeasureResult
{
    private readonly FitIndices _fit;
    private readonly FitIndices? _scaled;
    private readonly ModificationIndices _modifications;
    private readonly BootstrapIntervals _bootstrap;

    internal StructuralEquationModelResult(
        FitIndices fit, FitIndices? scaled, ModificationIndices modifications, BootstrapIntervals bootstrap) =>
        (_fit, _scaled, _modifications, _bootstrap) = (fit, scaled, modifications, bootstrap);

    /// <summary>Gets the parameters, thresholds and defined sums; what is held has no error here.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the standard errors; 0 for what is held.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Gets the estimates with all variables at variance 1.</summary>
    public required IReadOnlyList<double> Standardised { get; init; }

    /// <summary>Gets the bootstrap standard errors; NaN without a bootstrap.</summary>
    public IReadOnlyList<double> BootstrapStandardErrors => _bootstrap.StandardErrors;

    /// <summary>Gets the lower percentile limits.</summary>
    public IReadOnlyList<double> BootstrapLow => _bootstrap.Low;

    /// <summary>Gets the upper percentile limits.</summary>
    public IReadOnlyList<double> BootstrapHigh => _bootstrap.High;

    /// <summary>Gets the free parameters, each by the first of its names.</summary>
    public required IReadOnlyList<string> Free { get; init; }

    /// <summary>Gets their covariance, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the variables that others explain.</summary>
    public required IReadOnlyList<string> Endogenous { get; init; }

    /// <summary>Gets the share of their variance that is explained.</summary>
    public required IReadOnlyList<double> RSquared { get; init; }

    /// <summary>Gets the columns of the model.</summary>
    public required IReadOnlyList<string> Observed { get; init; }

    /// <summary>Gets the correlations of the sample less those of the model, column by column.</summary>
    public required double[,] ResidualCorrelations { get; init; }

    /// <summary>Gets the residual covariances over their standard errors; NaN where the model cannot miss, and for
    /// full-information and diagonally weighted fits.</summary>
    public required double[,] StandardisedResiduals { get; init; }

    /// <summary>Gets the parameters that could be freed, by the fall of chi-square.</summary>
    public IReadOnlyList<string> ModificationTerms => _modifications.Names;

    /// <summary>Gets by how much chi-square would fall, about.</summary>
    public IReadOnlyList<double> ModificationIndices => _modifications.Indices;

    /// <summary>Gets what the parameters would become, about.</summary>
    public IReadOnlyList<double> ExpectedChanges => _modifications.Changes;

    /// <summary>Gets the number of rows used.</summary>
    public int Rows => _fit.Cases;

    /// <summary>Gets the number of free parameters, thresholds among them.</summary>
    public int Parameters => _fit.Parameters;

    /// <summary>Gets the chi-square.</summary>
    public double ChiSquareStatistic => _fit.Statistic;

    /// <summary>Gets its degrees of freedom.</summary>
    public int DegreesOfFreedom => _fit.DegreesOfFreedom;

    /// <summary>Gets its upper tail; NaN without degrees of freedom.</summary>
    public double PValue => _fit.PValue;

    /// <summary>Gets the chi-square of uncorrelated variables.</summary>
    public double BaselineChiSquare => _fit.BaselineStatistic;

    /// <summary>Gets its degrees of freedom.</summary>
    public int BaselineDegreesOfFreedom => _fit.BaselineDegreesOfFreedom;

    /// <summary>Gets the comparative fit index.</summary>
    public double Cfi => _fit.Cfi;

    /// <summary>Gets the index of Tucker and Lewis.</summary>
    public double Tli => _fit.Tli;

    /// <summary>Gets the root mean square error of approximation.</summary>
    public double Rmsea => _fit.Rmsea;

    /// <summary>Gets the standardised root mean square residual.</summary>
    public double Srmr => _fit.Srmr;

    /// <summary>Gets the goodness-of-fit index.</summary>
    public required double Gfi { get; init; }

    /// <summary>Gets it with degrees of freedom counted.</summary>
    public required double Agfi { get; init; }

    /// <summary>Gets the log-likelihood given the columns that only explain; NaN for diagonally weighted fits.</summary>
    public double LogLikelihood => _fit.LogLikelihood;

    /// <summary>Gets Akaike's criterion.</summary>
    public double Aic => _fit.Aic;

    /// <summary>Gets the Bayesian criterion.</summary>
    public double Bic => _fit.Bic;

    /// <summary>Gets the corrected chi-square; NaN without a correction.</summary>
    public double ScaledChiSquare => _scaled?.Statistic ?? double.NaN;

    /// <summary>Gets its upper tail.</summary>
    public double ScaledPValue => _scaled?.PValue ?? double.NaN;

    /// <summary>Gets chi-square over the corrected one.</summary>
    public double ScalingFactor => ChiSquareStatistic / ScaledChiSquare;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => ParameterOutputs()
        .Scalar("n", Rows)
        .Scalar("parameters", Parameters)
        .Scalar("chi_square", ChiSquareStatistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("chi_square_p", PValue)
        .Scalar("baseline_chi_square", BaselineChiSquare)
        .Scalar("baseline_df", BaselineDegreesOfFreedom)
        .Scalar("cfi", Cfi)
        .Scalar("tli", Tli)
        .Scalar("nfi", _fit.Nfi)
        .Scalar("ifi", _fit.Ifi)
        .Scalar("rmsea", Rmsea)
        .Scalar("rmsea_low", _fit.RmseaLow)
        .Scalar("rmsea_high", _fit.RmseaHigh)
        .Scalar("rmsea_p", _fit.RmseaPValue)
        .Scalar("srmr", Srmr)
        .Scalar("gfi", Gfi)
        .Scalar("agfi", Agfi)
        .Scalar("log_likelihood", LogLikelihood)
        .Scalar("aic", Aic)
        .Scalar("bic", Bic)
        .Scalar("scaled_chi_square", ScaledChiSquare)
        .Scalar("scaled_chi_square_p", ScaledPValue)
        .Scalar("scaling_factor", ScalingFactor)
        .Scalar("scaled_cfi", _scaled?.Cfi ?? double.NaN)
        .Scalar("scaled_tli", _scaled?.Tli ?? double.NaN)
        .Scalar("scaled_rmsea", _scaled?.Rmsea ?? double.NaN)
        .Vector("modification_term", ModificationTerms)
        .Vector("modification_index", ModificationIndices)
        .Vector("expected_change", ExpectedChanges)
        .Vector("endogenous", Endogenous)
        .Vector("r_squared", RSquared)
        .Matrix("residual_correlation", Observed, Observed, [.. ResidualCorrelations.Cast<double>()])
        .Matrix("standardised_residual", Observed, Observed, [.. StandardisedResiduals.Cast<double>()])
        .Matrix("covariance_matrix", Free, Free, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "structural_equation_model",
        Column.Of("term", Coefficients.Terms, "Term", "factor=~indicator, outcome~predictor, a~~b, x~1, x|t1, or the defined name."),
        Column.Of("estimate", Coefficients.Estimates, "Estimate", "", "Parameter."),
        Column.Of("std_error", StandardErrors, "Standard error", "", "Standard error; 0 for what is held."),
        Column.Of("statistic", Coefficients.Statistics, "z", "", "Estimate over standard error."),
        Column.Of("p_value", Coefficients.PValues, "p", "", "Two-sided p-value by the normal distribution."),
        Column.Of("conf_low", Coefficients.ConfidenceLow, "Low", "", "Lower confidence limit."),
        Column.Of("conf_high", Coefficients.ConfidenceHigh, "High", "", "Upper confidence limit."),
        Column.Of("standardised", Standardised, "Standardised", "", "Parameter with all variables at variance 1.", recommended: true));

    private MeasureOutputs ParameterOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", StandardErrors)
        .Vector("statistic", Coefficients.Statistics)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Vector("standardised", Standardised)
        .Vector("bootstrap_std_error", BootstrapStandardErrors)
        .Vector("bootstrap_low", BootstrapLow)
        .Vector("bootstrap_high", BootstrapHigh);
}
