using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on group-time effects.</summary>
public sealed record GroupTimeEffectsOptions
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    [Description("Outcome column.")]
    public required string Outcome { get; init; }

    /// <summary>Gets the columns, taken at the base period, given which trends are taken to be parallel.</summary>
    /// <value>None unless set.</value>
    [Description("Columns, taken at the base period, given which trends are taken to be parallel.")]
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Gets the code of adoption that means never.</summary>
    /// <value>Required.</value>
    [Description("Code of adoption meaning never treated.")]
    public required double Never { get; init; }

    /// <summary>Gets the units compared with.</summary>
    /// <value><see cref="ComparisonGroup.Never"/> unless set.</value>
    [Description("Units compared with.")]
    public ComparisonGroup Comparison { get; init; }

    /// <summary>Gets how covariates enter.</summary>
    /// <value><see cref="GroupTimeEstimator.DoublyRobust"/> unless set.</value>
    [Description("How covariates enter.")]
    public GroupTimeEstimator Estimator { get; init; }

    /// <summary>Gets how many periods before adoption units may already respond.</summary>
    /// <value>From 0 to 100; 0 unless set.</value>
    [Description("Periods before adoption in which units may already respond.")]
    public int Anticipation { get; init => field = Require.Between(value, 0, 100); }

    /// <summary>Gets the deviations from parallel trends that bounds are given for: how many times the greatest step before
    /// adoption a step after it may be.</summary>
    /// <value>Each from 0 to 1000; 0, 0.5, 1 and 2 unless set.</value>
    [Description("Bounds: steps of differential trend after adoption, at most so many times the greatest before it.")]
    public IReadOnlyList<double> Deviations { get; init => field = Check(value); } = [0, 0.5, 1, 2];

    /// <summary>Gets the number of draws for bands and bounds.</summary>
    /// <value>From 99 to 1,000,000; 999 unless set.</value>
    [Description("Multiplier draws for simultaneous bands and bounds.")]
    public int Draws { get; init => field = Require.Between(value, 99, 1_000_000); } = 999;

    /// <summary>Gets the seed of the draws.</summary>
    /// <value>2021 unless set.</value>
    [Description("Seed of the draws.")]
    public ulong Seed { get; init; } = 2021;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;

    private static IReadOnlyList<double> Check(IReadOnlyList<double> deviations)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        foreach (double deviation in deviations)
        {
            Require.Between(deviation, 0, 1000, nameof(Deviations));
        }

        return deviations;
    }
}
