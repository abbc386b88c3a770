using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>Which scoring model a number of firms can carry.</summary>
/// <remarks>
/// n &lt; 80: sum score; 80 to 149: graded model with equal slopes; 150 to 299: graded model with priors; 300 or more: graded
/// model by marginal maximum likelihood. Free slopes are stable only from about 300 firms on. Source: framework 2.7; the limits
/// are a rule of thumb and can be set.
/// </remarks>
public sealed record SampleSizeLadder
{
    /// <summary>Gets the firms from which the graded model with equal slopes is used.</summary>
    /// <value>From 1; 80 unless set.</value>
    public int EqualSlopesFrom { get; init => field = Require.Between(value, 1, int.MaxValue); } = 80;

    /// <summary>Gets the firms from which slopes may differ, held by priors.</summary>
    /// <value>From 1; 150 unless set.</value>
    public int PenalisedFrom { get; init => field = Require.Between(value, 1, int.MaxValue); } = 150;

    /// <summary>Gets the firms from which slopes are left free.</summary>
    /// <value>From 1; 300 unless set.</value>
    public int GradedFrom { get; init => field = Require.Between(value, 1, int.MaxValue); } = 300;

    /// <summary>Gives the model for a number of firms.</summary>
    /// <param name="firms">The firms that answered.</param>
    /// <returns>The model.</returns>
    public ScoringModel For(int firms) =>
        firms >= GradedFrom ? ScoringModel.Graded
        : firms >= PenalisedFrom ? ScoringModel.PenalisedGraded
        : firms >= EqualSlopesFrom ? ScoringModel.EqualSlopes
        : ScoringModel.SumScore;
}
