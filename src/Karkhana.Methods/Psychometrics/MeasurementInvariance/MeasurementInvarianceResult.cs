using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Fit of a measurement model in several groups with more and more held equal.</summary>
public sealed record MeasurementInvarianceResult : IMeasureResult
{
    private readonly IReadOnlyList<InvarianceStep> _steps;

    internal MeasurementInvarianceResult(IReadOnlyList<InvarianceStep> steps) => _steps = steps;

    /// <summary>Gets the groups, in order of appearance.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the complete respondents of each group.</summary>
    public required IReadOnlyList<int> Respondents { get; init; }

    /// <summary>Gets the constructs.</summary>
    public required IReadOnlyList<string> Constructs { get; init; }

    /// <summary>Gets the factor means of the scalar model, group by construct, in standard deviations of the first group; NaN
    /// when it was not fitted.</summary>
    public required double[,] FactorMeans { get; init; }

    /// <summary>Gets their standard errors; NaN in the first group.</summary>
    public required double[,] FactorMeanErrors { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the levels that were fitted.</summary>
    public IReadOnlyList<InvarianceLevel> Levels => [.. _steps.Select(step => step.Level)];

    /// <summary>Gets the chi-square of each level.</summary>
    public IReadOnlyList<double> Statistics => Of(step => step.Fit.Statistic);

    /// <summary>Gets the degrees of freedom of each level.</summary>
    public IReadOnlyList<double> DegreesOfFreedom => Of(step => step.Fit.DegreesOfFreedom);

    /// <summary>Gets the comparative fit index of each level.</summary>
    public IReadOnlyList<double> Cfi => Of(step => step.Fit.Cfi);

    /// <summary>Gets the root mean square error of approximation of each level.</summary>
    public IReadOnlyList<double> Rmsea => Of(step => step.Fit.Rmsea);

    /// <summary>Gets the standardised root mean square residual of each level.</summary>
    public IReadOnlyList<double> Srmr => Of(step => step.Fit.Srmr);

    /// <summary>Gets the change of the comparative fit index from the level before; NaN for the first.</summary>
    public IReadOnlyList<double> CfiDifferences => Of(step => step.CfiDifference);

    /// <summary>Gets whether each level is held to by the rule.</summary>
    public IReadOnlyList<bool> Holds => [.. _steps.Select(step => step.Holds)];

    /// <summary>Gets the last level up to which all are held to, or null when not even the first.</summary>
    public InvarianceLevel? Attained => _steps.TakeWhile(step => step.Holds).LastOrDefault()?.Level;

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("level", LevelWords())
        .Vector("statistic", Statistics)
        .Vector("df", DegreesOfFreedom)
        .Vector("p_value", Of(step => step.Fit.PValue))
        .Vector("cfi", Cfi)
        .Vector("tli", Of(step => step.Fit.Tli))
        .Vector("rmsea", Rmsea)
        .Vector("rmsea_low", Of(step => step.Fit.RmseaLow))
        .Vector("rmsea_high", Of(step => step.Fit.RmseaHigh))
        .Vector("srmr", Srmr)
        .Vector("aic", Of(step => step.Fit.Aic))
        .Vector("bic", Of(step => step.Fit.Bic))
        .Vector("statistic_difference", Of(step => step.StatisticDifference))
        .Vector("df_difference", Of(step => step.DegreesDifference))
        .Vector("p_value_difference", Of(step => step.PValueDifference))
        .Vector("cfi_difference", CfiDifferences)
        .Vector("rmsea_difference", Of(step => step.RmseaDifference))
        .Vector("srmr_difference", Of(step => step.SrmrDifference))
        .Vector("holds", Of(step => step.Holds ? 1 : 0))
        .Scalar("attained", Attained is { } attained ? Words.Of(attained) : "none")
        .Vector("group", Groups)
        .Vector("respondents", Respondents)
        .Matrix("factor_mean", Groups, Constructs, [.. FactorMeans.Cast<double>()])
        .Matrix("factor_mean_std_error", Groups, Constructs, [.. FactorMeanErrors.Cast<double>()]);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "measurement_invariance",
        Column.Of("term", LevelWords(), "Level", "What is held equal over groups."),
        Column.Of("statistic", Statistics, "χ²", "", "Likelihood-ratio chi-square."),
        Column.Of("df", DegreesOfFreedom, "df", "", "Degrees of freedom."),
        Column.Of("cfi", Cfi, "CFI", "", "Comparative fit index.", recommended: true),
        Column.Of("cfi_difference", CfiDifferences, "ΔCFI", "", "Change from the level before."),
        Column.Of("rmsea_difference", Of(step => step.RmseaDifference), "ΔRMSEA", "", "Change from the level before."),
        Column.Of("srmr_difference", Of(step => step.SrmrDifference), "ΔSRMR", "", "Change from the level before."),
        Column.Of("p_value", Of(step => step.PValueDifference), "p of Δχ²", "", "Upper tail of the chi-square difference."),
        Column.Of("holds", Holds, "Held to", "Whether the CFI falls by no more than the rule allows."));

    private IReadOnlyList<double> Of(Func<InvarianceStep, double> value) => [.. _steps.Select(value)];

    private IEnumerable<string> LevelWords() => _steps.Select(step => Words.Of(step.Level));
}
