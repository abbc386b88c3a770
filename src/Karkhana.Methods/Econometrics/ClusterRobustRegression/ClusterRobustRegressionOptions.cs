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

    /// <summary>Gets the degrees of freedom of the tests.</summary>
    /// <value><see cref="ClusterDegrees.Clusters"/> unless set; two groupings allow no other.</value>
    [Description("Degrees of freedom of the tests.")]
    public ClusterDegrees Degrees { get; init; }

    /// <summary>Gets who chooses correction and degrees of freedom.</summary>
    /// <value><see cref="ClusterChoice.AsSet"/> unless set.</value>
    [Description("as-set: correction and degrees as given; by-cluster-count: 40 clusters or more cr1 with G - 1, fewer cr2 with Satterthwaite's, below 20 the wild cluster bootstrap besides.")]
    public ClusterChoice Choice { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
