using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on cluster-robust regression.</summary>
public sealed record ClusterRobustRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the small-sample correction.</summary>
    /// <value><see cref="ClusterCorrection.Cr1"/> unless set; two groupings allow cr0 and cr1 only.</value>
    [Description("Small-sample correction.")]
    public ClusterCorrection Correction { get; init; } = ClusterCorrection.Cr1;

    /// <summary>Gets the number of groups in the two-way factor.</summary>
    /// <value><see cref="Econometrics.TwoWayAdjustment.Each"/> unless set.</value>
    [Description("Group count in the two-way factor.")]
    public TwoWayAdjustment TwoWayAdjustment { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
