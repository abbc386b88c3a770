using System.Globalization;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;

namespace Karkhana.Learning;

/// <summary>The evaluation of a programme.</summary>
public sealed record ProgrammeEvaluationResult : ITidyResult
{
    /// <summary>Gets whether "the programme worked" may be claimed at all, with what is missing.</summary>
    public required ClaimDecision Decision { get; init; }

    /// <summary>Gets the firms that take part.</summary>
    public required int Treated { get; init; }

    /// <summary>Gets the firms that can be compared with.</summary>
    public required int Controls { get; init; }

    /// <summary>Gets the periods before the start in which half of those that take part, or more, were watched.</summary>
    public required int PeriodsBefore { get; init; }

    /// <summary>Gets the effects: first those that took part; empty when the claim is refused.</summary>
    public required IReadOnlyList<ArmEffect> Arms { get; init; }

    /// <summary>Gets event time by another estimator; null when the claim is refused.</summary>
    public required StaggeredEventStudyResult? EventStudy { get; init; }

    /// <summary>Gets the power at which the smallest detectable effect is given.</summary>
    public required double Power { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the smallest effect that would have been found with the power asked for; NaN when the claim is refused.</summary>
    public double DetectableEffect => Arms.Count == 0
        ? double.NaN
        : (Critical + Normal.InvCDF(0, 1, Power)) * Arms[0].StandardError;

    /// <summary>Gets what may be said of those that took part, with the design; empty when the claim is refused.</summary>
    public string Statement => Arms.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"Taking part is estimated to change the outcome by {Arms[0].Estimate:0.####} ({100 * Arms[0].Effects.Effects.Level:0.#} % interval {Arms[0].Low:0.####} to {Arms[0].High:0.####}; design: staggered start, doubly robust differences of {Arms[0].Firms} firms against {Arms[0].Controls} that never took part, {PeriodsBefore} periods before).");

    private double Critical => Normal.InvCDF(0, 1, (1 + Arms[0].Effects.Effects.Level) / 2);

    /// <summary>Gives the power with which an effect would have been found.</summary>
    /// <param name="effect">The effect.</param>
    /// <returns>The probability that its test differs from 0; NaN when the claim is refused.</returns>
    public double PowerAt(double effect)
    {
        if (Arms.Count == 0)
        {
            return double.NaN;
        }

        double away = Math.Abs(effect) / Arms[0].StandardError;
        return Normal.CDF(0, 1, away - Critical) + Normal.CDF(0, 1, -away - Critical);
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "programme_evaluation",
        Column.Of("term", Arms.Select(one => (string?)Words.Of(one.Arm)), "Firms", "Whose change is estimated."),
        Column.Of("from_km", Arms.Select(one => one.FromKilometres), "From", "km", "Lower limit of the band of distance."),
        Column.Of("to_km", Arms.Select(one => one.ToKilometres), "To", "km", "Upper limit of the band of distance."),
        Column.Of("estimate", Arms.Select(one => one.Estimate), "Effect", "", "Mean over firms and periods from the start on.", recommended: true),
        Column.Of("std_error", Arms.Select(one => one.StandardError), "Standard error", "", "Clustered by place where places are known and both sides lie in two or more; else of firms."),
        Column.Of("conf_low", Arms.Select(one => one.Low), "Low", "", "Lower limit."),
        Column.Of("conf_high", Arms.Select(one => one.High), "High", "", "Upper limit."),
        Column.Of("trend_p", Arms.Select(one => one.Effects.BeforeAdoption.PValue), "p, before", "", "Of no difference in all periods before the start."),
        Column.Of("breakdown", Arms.Select(one => one.Effects.Breakdown), "Breakdown", "", "Deviation from parallel trends up to which the effect leaves 0 out."),
        Column.Of("n", Arms.Select(one => one.Firms), "Firms", "firms", "Firms of the group."),
        Column.Of("controls", Arms.Select(one => one.Controls), "Compared with", "firms", "Firms compared with."));

    /// <summary>Gives one row per group and time since the start.</summary>
    /// <returns>The table <c>programme_event_time</c>.</returns>
    public Table EventTimeTable()
    {
        (ArmEffect Arm, int Place)[] rows = [.. Arms.SelectMany(arm => Enumerable.Range(0, arm.Effects.Periods.Count).Select(place => (arm, place)))];
        return Table.Of(
            "programme_event_time",
            Column.Of("group", rows.Select(row => (string?)Words.Of(row.Arm.Arm)), "Firms", "Whose change is estimated."),
            Column.Of("to_km", rows.Select(row => row.Arm.ToKilometres), "To", "km", "Upper limit of the band of distance."),
            Column.Of("period", rows.Select(row => row.Arm.Effects.Periods[row.Place]), "Period", "periods", "Periods since the start."),
            Column.Of("estimate", rows.Select(row => row.Arm.Effects.Coefficients.Estimates[row.Place]), "Effect", "", "Difference to the last period before.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Arm.Effects.Coefficients.ConfidenceLow[row.Place]), "Low", "", "Lower limit."),
            Column.Of("conf_high", rows.Select(row => row.Arm.Effects.Coefficients.ConfidenceHigh[row.Place]), "High", "", "Upper limit."),
            Column.Of("band_low", rows.Select(row => row.Arm.Effects.BandLow[row.Place]), "Band low", "", "Lower limit of a band that holds all periods at once."),
            Column.Of("band_high", rows.Select(row => row.Arm.Effects.BandHigh[row.Place]), "Band high", "", "Upper limit of that band."));
    }

    /// <summary>Gives one row per deviation from parallel trends, for those that took part.</summary>
    /// <returns>The table <c>programme_bounds</c>.</returns>
    public Table BoundsTable()
    {
        IReadOnlyList<TrendBound> bounds = Arms.Count == 0 ? [] : Arms[0].Effects.Bounds;
        return Table.Of(
            "programme_bounds",
            Column.Of("deviation", bounds.Select(bound => bound.Deviation), "Deviation", "", "Step of differential trend after the start, in times of the greatest step before it."),
            Column.Of("bound_low", bounds.Select(bound => bound.Low), "Least", "", "Least mean effect that fits."),
            Column.Of("bound_high", bounds.Select(bound => bound.High), "Greatest", "", "Greatest mean effect that fits."),
            Column.Of("conf_low", bounds.Select(bound => bound.ConfidenceLow), "Low", "", "Lower limit."),
            Column.Of("conf_high", bounds.Select(bound => bound.ConfidenceHigh), "High", "", "Upper limit."));
    }
}
