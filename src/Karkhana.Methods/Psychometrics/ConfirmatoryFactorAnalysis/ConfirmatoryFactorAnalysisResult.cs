using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A confirmatory factor model and how it fits.</summary>
public sealed record ConfirmatoryFactorAnalysisResult : IMeasureResult
{
    private readonly FitIndices _fit;

    internal ConfirmatoryFactorAnalysisResult(FitIndices fit) => _fit = fit;

    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the constructs.</summary>
    public required IReadOnlyList<string> Constructs { get; init; }

    /// <summary>Gets the construct of each item.</summary>
    public required IReadOnlyList<string> ConstructOf { get; init; }

    /// <summary>Gets the loading of each item on its construct, factor variance 1.</summary>
    public required IReadOnlyList<double> Loadings { get; init; }

    /// <summary>Gets the standard errors of the loadings.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Gets the loadings of the standardised items.</summary>
    public required IReadOnlyList<double> StandardisedLoadings { get; init; }

    /// <summary>Gets the residual variances; negative in a Heywood case.</summary>
    public required IReadOnlyList<double> ResidualVariances { get; init; }

    /// <summary>Gets the mean squared standardised loading of each construct.</summary>
    public required IReadOnlyList<double> AverageVarianceExtracted { get; init; }

    /// <summary>Gets the correlations of the constructs.</summary>
    public required double[,] FactorCorrelations { get; init; }

    /// <summary>Gets their standard errors; NaN on the diagonal.</summary>
    public required double[,] FactorCorrelationErrors { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets N times the minimum of F.</summary>
    public double Statistic => _fit.Statistic;

    /// <summary>Gets the degrees of freedom.</summary>
    public int DegreesOfFreedom => _fit.DegreesOfFreedom;

    /// <summary>Gets the upper tail of the statistic; NaN without degrees of freedom.</summary>
    public double PValue => _fit.PValue;

    /// <summary>Gets the comparative fit index.</summary>
    public double Cfi => _fit.Cfi;

    /// <summary>Gets the Tucker-Lewis index.</summary>
    public double Tli => _fit.Tli;

    /// <summary>Gets the root mean square error of approximation.</summary>
    public double Rmsea => _fit.Rmsea;

    /// <summary>Gets its lower limit at 90 %.</summary>
    public double RmseaLow => _fit.RmseaLow;

    /// <summary>Gets its upper limit at 90 %.</summary>
    public double RmseaHigh => _fit.RmseaHigh;

    /// <summary>Gets the standardised root mean square residual.</summary>
    public double Srmr => _fit.Srmr;

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("construct", Constructs)
        .Vector("average_variance_extracted", AverageVarianceExtracted)
        .Vector("root_average_variance_extracted", AverageVarianceExtracted.Select(Math.Sqrt))
        .Matrix("factor_correlation", Constructs, Constructs, [.. FactorCorrelations.Cast<double>()])
        .Matrix("factor_correlation_std_error", Constructs, Constructs, [.. FactorCorrelationErrors.Cast<double>()])
        .Vector("item", Items)
        .Vector("item_construct", ConstructOf)
        .Vector("loading", Loadings)
        .Vector("std_error", StandardErrors)
        .Vector("standardised_loading", StandardisedLoadings)
        .Vector("residual_variance", ResidualVariances)
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue)
        .Scalar("cfi", Cfi)
        .Scalar("tli", Tli)
        .Scalar("rmsea", Rmsea)
        .Scalar("rmsea_low", RmseaLow)
        .Scalar("rmsea_high", RmseaHigh)
        .Scalar("srmr", Srmr);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "confirmatory_factor_analysis",
        Column.Of("construct", ConstructOf, "Construct", "What the item is meant to measure."),
        Column.Of("item", Items, "Item", "Item of the analysis."),
        Column.Of("estimate", Loadings, "Loading", "", "Loading on the construct, factor variance 1."),
        Column.Of("std_error", StandardErrors, "SE", "", "Standard error of the loading."),
        Column.Of("standardised_loading", StandardisedLoadings, "Standardised", "", "Loading of the standardised item.", recommended: true),
        Column.Of("residual_variance", ResidualVariances, "Residual variance", "", "Variance of its own."));
}
