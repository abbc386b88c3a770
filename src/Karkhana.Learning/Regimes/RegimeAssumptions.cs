using Karkhana.Core.Effort;
using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>The parameters of the effort problem where a study measures none; assumptions, printed with every
/// result.</summary>
public sealed record RegimeAssumptions
{
    /// <summary>Gets ρ before the incentive channel.</summary>
    /// <value>Positive; 10 unless set.</value>
    public double Incentive { get; init => field = Require.Positive(value); } = 10;

    /// <summary>Gets θ before the effectiveness channel.</summary>
    /// <value>Positive; 0.2 unless set.</value>
    public double Effectiveness { get; init => field = Require.Positive(value); } = 0.2;

    /// <summary>Gets c before the cost channel.</summary>
    /// <value>Positive; 1 unless set.</value>
    public double UnitCost { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets Φ, the frontier of the capability score.</summary>
    /// <value>Positive; 1 unless set.</value>
    public double Frontier { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets S of a firm that could pay from own funds within three months (M3).</summary>
    /// <value>Zero or greater; 1 unless set.</value>
    public double SlackWithFunds { get; init => field = Require.Between(value, 0, double.MaxValue); } = 1;

    /// <summary>Gets S of a firm that could not.</summary>
    /// <value>Zero or greater; 0.2 unless set.</value>
    public double SlackWithoutFunds { get; init => field = Require.Between(value, 0, double.MaxValue); } = 0.2;

    /// <summary>Gets e_min of a firm whose smallest sensible step costs more than a month of sales (M4).</summary>
    /// <value>Zero or greater; 0.5 unless set.</value>
    public double LeastEffortWhenLumpy { get; init => field = Require.Between(value, 0, double.MaxValue); } = 0.5;

    /// <summary>Gets e_min of the others.</summary>
    /// <value>Zero or greater; 0.1 unless set.</value>
    public double LeastEffortOtherwise { get; init => field = Require.Between(value, 0, double.MaxValue); } = 0.1;

    /// <summary>Gets by how much a channel index of 1 lowers ln c and raises ln ρ, ln θ, ln S.</summary>
    /// <value>Cost, incentive, effectiveness, resources: 0.2, 0.15, 0.15, 0.2 unless set (framework Appendix
    /// B).</value>
    public (double Cost, double Incentive, double Effectiveness, double Resources) ChannelScale { get; init; } = (0.2, 0.15, 0.15, 0.2);

    /// <summary>Gets what a firm does whose best effort is below the least possible.</summary>
    /// <value><see cref="LumpyRule.Optimal"/> unless set.</value>
    public LumpyRule LumpyRule { get; init; }
}
