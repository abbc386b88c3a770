using Karkhana.Core.Errors;

namespace Karkhana.Core.Effort;

/// <summary>What a firm faces when it decides on learning.</summary>
public sealed record EffortSituation
{
    /// <summary>Gets ρ, the value per unit of capability gained, net of leakage.</summary>
    /// <value>Zero or greater.</value>
    public required double Incentive { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets θ, the capability that a unit of effort yields.</summary>
    /// <value>Zero or greater.</value>
    public required double Effectiveness { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets g, the gap to the frontier within reach.</summary>
    /// <value>Zero or greater.</value>
    public required double Gap { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets c, the cost of a unit of effort.</summary>
    /// <value>Positive.</value>
    public required double UnitCost { get; init => field = Require.Positive(value); }

    /// <summary>Gets S, the money that can be spent.</summary>
    /// <value>Zero or greater, or infinite.</value>
    public double Slack { get; init => field = Require.Between(value, 0, double.PositiveInfinity); } = double.PositiveInfinity;

    /// <summary>Gets e_min, the least effort that makes sense.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double LeastEffort { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets β, the curvature.</summary>
    /// <value>Above 0 and below 1; 0.4 unless set.</value>
    public double Curvature { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.4;

    /// <summary>Gets γ, the absorptive capacity.</summary>
    /// <value>From 0 to 1; 1 unless set.</value>
    public double AbsorptiveCapacity { get; init => field = Require.Between(value, 0, 1); } = 1;

    /// <summary>Gets what counts as no gap and no absorption.</summary>
    /// <value>From 0 to 1; 0.05 unless set.</value>
    public double NearZero { get; init => field = Require.Between(value, 0, 1); } = 0.05;
}
