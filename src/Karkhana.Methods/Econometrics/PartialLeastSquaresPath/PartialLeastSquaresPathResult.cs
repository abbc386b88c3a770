using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A partial least squares path model.</summary>
public sealed record PartialLeastSquaresPathResult : IMeasureResult
{
    private readonly CompositeStructure _structure;
    private readonly CompositeModel _model;
    private readonly CompositeQuality _quality;
    private readonly BootstrapIntervals _intervals;

    internal PartialLeastSquaresPathResult(
        CompositeStructure structure, CompositeModel model, CompositeQuality quality, BootstrapIntervals intervals) =>
        (_structure, _model, _quality, _intervals) = (structure, model, quality, intervals);

    /// <summary>Gets the indicators, construct by construct.</summary>
    public IReadOnlyList<string> Indicators => _structure.Indicators;

    /// <summary>Gets the weight of each indicator.</summary>
    public IReadOnlyList<double> Weights => _model.Weights;

    /// <summary>Gets the correlation of each indicator with its composite.</summary>
    public IReadOnlyList<double> Loadings => _model.Loadings;

    /// <summary>Gets the paths as to~from.</summary>
    public IReadOnlyList<string> Paths =>
        [.. _structure.Paths.Select(path => $"{_structure.Constructs[path.To]}~{_structure.Constructs[path.From]}")];

    /// <summary>Gets the path coefficients.</summary>
    public IReadOnlyList<double> Coefficients => _model.Coefficients;

    /// <summary>Gets the bootstrap standard errors of the paths; NaN without a bootstrap.</summary>
    public IReadOnlyList<double> StandardErrors => OfPaths(_intervals.StandardErrors);

    /// <summary>Gets the lower limits of the paths.</summary>
    public IReadOnlyList<double> ConfidenceLow => OfPaths(_intervals.Low);

    /// <summary>Gets the upper limits of the paths.</summary>
    public IReadOnlyList<double> ConfidenceHigh => OfPaths(_intervals.High);

    /// <summary>Gets the effect size f² of each path.</summary>
    public IReadOnlyList<double> EffectSizes => _quality.EffectSizes;

    /// <summary>Gets the constructs.</summary>
    public IReadOnlyList<string> Constructs => _structure.Constructs;

    /// <summary>Gets the share of variance that is explained; NaN for constructs that nothing explains.</summary>
    public IReadOnlyList<double> RSquared => _model.RSquared;

    /// <summary>Gets the reliability ρ_A.</summary>
    public IReadOnlyList<double> RhoA => _quality.RhoA;

    /// <summary>Gets the composite reliability.</summary>
    public IReadOnlyList<double> CompositeReliability => _quality.CompositeReliability;

    /// <summary>Gets the average variance extracted.</summary>
    public IReadOnlyList<double> AverageVarianceExtracted => _quality.AverageVarianceExtracted;

    /// <summary>Gets the composites, used row by construct.</summary>
    public required double[,] Scores { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("indicator", Indicators)
        .Vector("weight", Weights)
        .Vector("weight_low", OfIndicators(_intervals.Low, 0))
        .Vector("weight_high", OfIndicators(_intervals.High, 0))
        .Vector("loading", Loadings)
        .Vector("loading_low", OfIndicators(_intervals.Low, 1))
        .Vector("loading_high", OfIndicators(_intervals.High, 1))
        .Vector("path", Paths)
        .Vector("estimate", Coefficients)
        .Vector("std_error", StandardErrors)
        .Vector("conf_low", ConfidenceLow)
        .Vector("conf_high", ConfidenceHigh)
        .Vector("f_squared", EffectSizes)
        .Vector("construct", Constructs)
        .Vector("r_squared", RSquared)
        .Vector("rho_a", RhoA)
        .Vector("composite_reliability", CompositeReliability)
        .Vector("average_variance_extracted", AverageVarianceExtracted)
        .Matrix("correlation", Constructs, Constructs, _model.Correlations.ToRowMajorArray())
        .Matrix("htmt", Constructs, Constructs, _quality.Htmt)
        .Matrix("total_effect", Constructs, Constructs, _quality.TotalEffects)
        .Matrix(
            "score", Rows.Select(row => (row + 1).ToString(CultureInfo.InvariantCulture)), Constructs, [.. Scores.Cast<double>()]);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "partial_least_squares_path",
        Column.Of("term", Paths, "Path", "Explained construct ~ explaining construct."),
        Column.Of("estimate", Coefficients, "Path coefficient", "", "Standardised coefficient.", recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "", "Standard deviation over bootstrap samples."),
        Column.Of("conf_low", ConfidenceLow, "Low", "", "Lower percentile limit."),
        Column.Of("conf_high", ConfidenceHigh, "High", "", "Upper percentile limit."),
        Column.Of("f_squared", EffectSizes, "f²", "", "Effect size of the path."));

    private double[] OfPaths(double[] values) => values[.._structure.Paths.Count];

    private double[] OfIndicators(double[] values, int set)
    {
        int start = _structure.Paths.Count + (set * Indicators.Count);
        return values[start..(start + Indicators.Count)];
    }
}
