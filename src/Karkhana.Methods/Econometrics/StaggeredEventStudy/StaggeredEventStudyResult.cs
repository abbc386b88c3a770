using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>An event study with staggered adoption.</summary>
public sealed record StaggeredEventStudyResult : IMeasureResult
{
    /// <summary>Gets the relative periods, ascending, without the reference.</summary>
    public required IReadOnlyList<double> Periods { get; init; }

    /// <summary>Gets the estimate of each relative period.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of these estimates, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the rows of treated cohorts in each relative period.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>Gets the mean over all treated rows from adoption on, with its error and test.</summary>
    public required CoefficientTable Effect { get; init; }

    /// <summary>Gets the joint test that all periods before adoption are 0: χ², its degrees of freedom, p by F.</summary>
    public required WaldTest BeforeAdoption { get; init; }

    /// <summary>Gets the estimate of each cohort in each relative period.</summary>
    public required CoefficientTable Cohorts { get; init; }

    /// <summary>Gets the estimates of the further terms.</summary>
    public required CoefficientTable Terms { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0, ascending.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("period", Periods)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Vector("count", Counts)
        .Scalar("effect", Effect.Estimates[0])
        .Scalar("effect_std_error", Effect.StandardErrors[0])
        .Scalar("effect_p_value", Effect.PValues[0])
        .Scalar("before_statistic", BeforeAdoption.Statistic)
        .Scalar("before_df", BeforeAdoption.DegreesOfFreedom)
        .Scalar("before_p_value", BeforeAdoption.PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "staggered_event_study",
        [Column.Of("period", Periods, "Period", "periods", "Periods since adoption."), .. Coefficients.ToTable("periods").Columns.Skip(1),
         Column.Of("count", Counts, "Rows", "", "Rows of treated cohorts.")]);
}
