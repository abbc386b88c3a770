using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Effects by cohort and period of a staggered adoption, and what they come to.</summary>
public sealed record GroupTimeEffectsResult : IMeasureResult
{
    /// <summary>Gets the effect on each cohort in each period.</summary>
    public required IReadOnlyList<GroupTimeCell> Cells { get; init; }

    /// <summary>Gets the relative periods, ascending, without the reference.</summary>
    public required IReadOnlyList<double> Periods { get; init; }

    /// <summary>Gets the estimate of each relative period.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of these estimates, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how many standard errors the simultaneous band reaches to either side.</summary>
    public required double BandWidth { get; init; }

    /// <summary>Gets the mean over all cohorts and periods from adoption on by cohort size, and the plain mean over
    /// relative periods from 0 on.</summary>
    public required CoefficientTable Effects { get; init; }

    /// <summary>Gets the joint test that all relative periods before the reference are 0.</summary>
    public required WaldTest BeforeAdoption { get; init; }

    /// <summary>Gets the bounds of the mean effect under deviations from parallel trends.</summary>
    public required IReadOnlyList<TrendBound> Bounds { get; init; }

    /// <summary>Gets the greatest deviation at which the limits of the mean effect leave 0 out.</summary>
    public required double Breakdown { get; init; }

    /// <summary>Gets the number of units.</summary>
    public required int Units { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the lower limits of a band that holds all relative periods at once.</summary>
    public IReadOnlyList<double> BandLow => Band(-1);

    /// <summary>Gets the upper limits of that band.</summary>
    public IReadOnlyList<double> BandHigh => Band(1);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("period", Periods)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Vector("band_low", BandLow)
        .Vector("band_high", BandHigh)
        .Vector("cohort", Cells.Select(cell => cell.Cohort))
        .Vector("time", Cells.Select(cell => cell.Period))
        .Vector("cell_estimate", Cells.Select(cell => cell.Estimate))
        .Vector("cell_std_error", Cells.Select(cell => cell.StandardError))
        .Scalar("effect", Effects.Estimates[0])
        .Scalar("effect_std_error", Effects.StandardErrors[0])
        .Scalar("mean_effect", Effects.Estimates[1])
        .Scalar("mean_effect_std_error", Effects.StandardErrors[1])
        .Scalar("before_statistic", BeforeAdoption.Statistic)
        .Scalar("before_df", BeforeAdoption.DegreesOfFreedom)
        .Scalar("before_p_value", BeforeAdoption.PValue)
        .Vector("deviation", Bounds.Select(bound => bound.Deviation))
        .Vector("bound_low", Bounds.Select(bound => bound.Low))
        .Vector("bound_high", Bounds.Select(bound => bound.High))
        .Vector("bound_conf_low", Bounds.Select(bound => bound.ConfidenceLow))
        .Vector("bound_conf_high", Bounds.Select(bound => bound.ConfidenceHigh))
        .Scalar("breakdown", Breakdown);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "group_time_effects",
        [Column.Of("period", Periods, "Period", "periods", "Periods since adoption."), .. Coefficients.ToTable("periods").Columns.Skip(1),
         Column.Of("band_low", BandLow, "Band low", "", "Lower limit of a band that holds all periods at once."),
         Column.Of("band_high", BandHigh, "Band high", "", "Upper limit of that band.")]);

    private double[] Band(int sign) =>
        [.. Coefficients.Estimates.Zip(Coefficients.StandardErrors, (estimate, error) => estimate + (sign * BandWidth * error))];
}
