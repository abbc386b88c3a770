namespace Karkhana.Core.Policies;

/// <summary>The mechanism that a policy moves. There is none for capability or performance: a policy that set them would
/// assume what is to be found out (framework 4.2).</summary>
public enum DoseTarget
{
    /// <summary>c: the cost of a unit of effort.</summary>
    UnitCost,

    /// <summary>S: money for effort.</summary>
    Slack,

    /// <summary>e_min: the least effort that makes sense.</summary>
    LeastEffort,

    /// <summary>The share of the least effort that is pooled through joint action or a common facility.</summary>
    Pooling,

    /// <summary>ρ: the value of a unit of capability gained.</summary>
    Incentive,

    /// <summary>θ: the capability that a unit of effort yields.</summary>
    Effectiveness,

    /// <summary>γ: absorptive capacity.</summary>
    AbsorptiveCapacity,

    /// <summary>τ: trust on the ties of the firm.</summary>
    Trust,

    /// <summary>The probability of joining in joint action.</summary>
    JoinProbability,

    /// <summary>ψ: how strongly copying by others lowers the incentive.</summary>
    Leakage,

    /// <summary>The rate of knowledge from ties that lead outside the cluster.</summary>
    OutsideInflow,

    /// <summary>The rate at which interactive knowledge closes gaps (institutes and partners).</summary>
    InteractiveInflow,

    /// <summary>μ: how often skilled workers move.</summary>
    WorkerMobility,

    /// <summary>The barrier of workers against new practices; lowers effectiveness by itself.</summary>
    AdoptionBarrier,

    /// <summary>Φ: the frontier within reach of the firm.</summary>
    Frontier,

    /// <summary>Congestion: raises unit cost of production and of effort.</summary>
    Congestion,

    /// <summary>The share of time with power and access.</summary>
    Uptime,

    /// <summary>The demand for what the firm makes.</summary>
    Demand,
}
