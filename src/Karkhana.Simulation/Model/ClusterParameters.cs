using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>The parameters of the cluster learning model (framework 5.10), with their ranges and where they start.</summary>
/// <remarks>
/// Defaults are starting points and no evidence: framework 5.10 marks them as the setting of a throw-away prototype. A study
/// calibrates those that its observables identify and prints the rest as assumptions.
/// </remarks>
public sealed record ClusterParameters
{
    /// <summary>Gets β, the curvature of effort.</summary>
    /// <value>0.2 to 0.6 in the literature's sense; any number above 0 and below 1; 0.4 unless set.</value>
    public double Curvature { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.4;

    /// <summary>Gets θ0, the effectiveness of effort before exposures.</summary>
    /// <value>Zero or greater; 0.045 unless set.</value>
    public double BaseEffectiveness { get; init => field = Require.Between(value, 0, 1e6); } = 0.045;

    /// <summary>Gets ρ0, the value of a unit of capability gained before exposures.</summary>
    /// <value>Zero or greater; 10 unless set.</value>
    public double BaseIncentive { get; init => field = Require.Between(value, 0, 1e12); } = 10;

    /// <summary>Gets σ_h, the standard deviation of the logarithm of the incentive between firms.</summary>
    /// <value>Zero or greater; 0.45 unless set.</value>
    public double IncentiveSpread { get; init => field = Require.Between(value, 0, 10); } = 0.45;

    /// <summary>Gets c0, the cost of a unit of effort before exposures, in the numéraire.</summary>
    /// <value>Positive; 1 unless set.</value>
    public double BaseCost { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets e0, the least effort that makes sense before pooling.</summary>
    /// <value>Zero or greater; 0.10 unless set.</value>
    public double LeastScale { get; init => field = Require.Between(value, 0, 1e12); } = 0.10;

    /// <summary>Gets S0, the money for effort of a firm of ten workers before exposures.</summary>
    /// <value>Zero or greater, or infinite; 0.08 unless set.</value>
    public double SlackAtTenWorkers { get; init => field = Require.Between(value, 0, double.PositiveInfinity); } = 0.08;

    /// <summary>Gets ν, by how much money for effort grows with size.</summary>
    /// <value>Zero or greater; 0.8 unless set.</value>
    public double SlackSizeElasticity { get; init => field = Require.Between(value, 0, 10); } = 0.8;

    /// <summary>Gets the share of last quarter's profit that adds to money for effort (full model).</summary>
    /// <value>From 0 to 1; 0.1 unless set.</value>
    public double SlackProfitFeedback { get; init => field = Require.Between(value, 0, 1); } = 0.1;

    /// <summary>Gets η_C, by how much a cost index of 1 lowers ln c.</summary>
    /// <value>From 0 to 5; 0.20 unless set.</value>
    public double CostScale { get; init => field = Require.Between(value, 0, 5); } = 0.20;

    /// <summary>Gets η_P, by how much an effectiveness index of 1 raises ln θ.</summary>
    /// <value>From 0 to 5; 0.15 unless set.</value>
    public double EffectivenessScale { get; init => field = Require.Between(value, 0, 5); } = 0.15;

    /// <summary>Gets η_I, by how much an incentive index of 1 raises ln ρ.</summary>
    /// <value>From 0 to 5; 0.15 unless set.</value>
    public double IncentiveScale { get; init => field = Require.Between(value, 0, 5); } = 0.15;

    /// <summary>Gets η_R, by how much a resource index of 1 raises ln S.</summary>
    /// <value>From 0 to 5; 0.20 unless set.</value>
    public double ResourceScale { get; init => field = Require.Between(value, 0, 5); } = 0.20;

    /// <summary>Gets η_N, by how much a static index of 1 lowers the unit cost of production.</summary>
    /// <value>From 0 to 5; 0.10 unless set.</value>
    public double StaticScale { get; init => field = Require.Between(value, 0, 5); } = 0.10;

    /// <summary>Gets η_γ, by how much absorptive capacity above the mean raises ln θ.</summary>
    /// <value>From 0 to 5; 0.5 unless set.</value>
    public double AbsorptionScale { get; init => field = Require.Between(value, 0, 5); } = 0.5;

    /// <summary>Gets b, what the barrier of workers against new practices takes from ln θ; θ0 holds it, and a policy can take away no more.</summary>
    /// <value>From 0 to 5; 0.1 unless set.</value>
    public double AdoptionBarrier { get; init => field = Require.Between(value, 0, 5); } = 0.1;

    /// <summary>Gets b1, the rise of ln ρ with rivalry.</summary>
    /// <value>Any number from −5 to 5; 0.3 unless set.</value>
    public double RivalrySlope { get; init => field = Require.Between(value, -5, 5); } = 0.3;

    /// <summary>Gets b2, the fall of ln ρ with rivalry squared.</summary>
    /// <value>Zero or greater; 0.3 unless set.</value>
    public double RivalryTurn { get; init => field = Require.Between(value, 0, 5); } = 0.3;

    /// <summary>Gets ψ, by how much the share of gains lost to copying lowers ln ρ.</summary>
    /// <value>Zero or greater; 0.2 unless set.</value>
    public double LeakageStrength { get; init => field = Require.Between(value, 0, 10); } = 0.2;

    /// <summary>Gets λ_copy, the speed at which neighbours of the same product copy, per quarter.</summary>
    /// <value>Zero or greater; 0.25 unless set.</value>
    public double CopyingSpeed { get; init => field = Require.Between(value, 0, 100); } = 0.25;

    /// <summary>Gets δ, the capability lost per quarter.</summary>
    /// <value>From 0 to 1; 0.02 unless set.</value>
    public double Depreciation { get; init => field = Require.Between(value, 0, 1); } = 0.02;

    /// <summary>Gets κ0, the passive inflow that needs no absorptive capacity.</summary>
    /// <value>From 0 to 1; 0.15 unless set.</value>
    public double InflowWithoutAbsorption { get; init => field = Require.Between(value, 0, 1); } = 0.15;

    /// <summary>Gets κ1, the passive inflow in proportion to absorptive capacity.</summary>
    /// <value>From 0 to 1; 0.85 unless set.</value>
    public double InflowWithAbsorption { get; init => field = Require.Between(value, 0, 1); } = 0.85;

    /// <summary>Gets s, the rate of passive inflow from neighbours.</summary>
    /// <value>From 0 to 1; 0.036 unless set.</value>
    public double PassiveRate { get; init => field = Require.Between(value, 0, 1); } = 0.036;

    /// <summary>Gets α, the share of a gap that a knowledge partner closes in a quarter.</summary>
    /// <value>From 0 to 1; 0.06 unless set.</value>
    public double InteractiveRate { get; init => field = Require.Between(value, 0, 1); } = 0.06;

    /// <summary>Gets r0, the distance over which neighbours' knowledge fades, km.</summary>
    /// <value>Positive; 2 unless set.</value>
    public double GeographicDecay { get; init => field = Require.Positive(value); } = 2;

    /// <summary>Gets r_max, beyond which no knowledge drifts, km.</summary>
    /// <value>Positive; 10 unless set.</value>
    public double GeographicReach { get; init => field = Require.Positive(value); } = 10;

    /// <summary>Gets the rate of knowledge from links that lead outside.</summary>
    /// <value>From 0 to 1; 0.015 unless set.</value>
    public double OutsideRate { get; init => field = Require.Between(value, 0, 1); } = 0.015;

    /// <summary>Gets the probability of a tie at distance zero in a synthetic population.</summary>
    /// <value>From 0 to 1; 0.35 unless set.</value>
    public double TieProbability { get; init => field = Require.Between(value, 0, 1); } = 0.35;

    /// <summary>Gets the distance over which that probability fades, km.</summary>
    /// <value>Positive; 5 unless set.</value>
    public double TieDecay { get; init => field = Require.Positive(value); } = 5;

    /// <summary>Gets ω1, the pull of trust in the choice of a knowledge partner.</summary>
    /// <value>From −20 to 20; 1 unless set.</value>
    public double PartnerTrustWeight { get; init => field = Require.Between(value, -20, 20); } = 1;

    /// <summary>Gets ω2, the pull of a partner's lead in capability.</summary>
    /// <value>From −20 to 20; 2 unless set.</value>
    public double PartnerGapWeight { get; init => field = Require.Between(value, -20, 20); } = 2;

    /// <summary>Gets ω3, the drag of distance, per km.</summary>
    /// <value>Zero or greater; 0.2 unless set.</value>
    public double PartnerDistanceWeight { get; init => field = Require.Between(value, 0, 20); } = 0.2;

    /// <summary>Gets ω4, the drag of another stage of production.</summary>
    /// <value>Zero or greater; 0.3 unless set.</value>
    public double PartnerStageWeight { get; init => field = Require.Between(value, 0, 20); } = 0.3;

    /// <summary>Gets λ_d, how fast the probability that a partner's practice can be taken over falls with technical distance.</summary>
    /// <value>Zero or greater; 0, whatever the distance, unless set.</value>
    public double SearchLocality { get; init => field = Require.Between(value, 0, 1e9); }

    /// <summary>Gets λ_e, how fast what own effort closes of a function's gap falls with the technical distance of the function from the one that the firm masters best.</summary>
    /// <value>Zero or greater; 0, whatever the distance, unless set.</value>
    public double EffortLocality { get; init => field = Require.Between(value, 0, 1e9); }

    /// <summary>Gets τ*, the trust above which knowledge is given without return.</summary>
    /// <value>From 0 to 1; 0.6 unless set.</value>
    public double GiftTrust { get; init => field = Require.Between(value, 0, 1); } = 0.6;

    /// <summary>Gets μ, moves per skilled worker in a quarter.</summary>
    /// <value>From 0 to 1; 0.03 unless set.</value>
    public double WorkerMobility { get; init => field = Require.Between(value, 0, 1); } = 0.03;

    /// <summary>Gets the share of workers that are skilled.</summary>
    /// <value>From 0 to 1; 0.3 unless set.</value>
    public double SkilledShare { get; init => field = Require.Between(value, 0, 1); } = 0.3;

    /// <summary>Gets ζ, the share of the lead that a mover carries.</summary>
    /// <value>From 0 to 1; 0.1 unless set.</value>
    public double KnowledgePerMove { get; init => field = Require.Between(value, 0, 1); } = 0.1;

    /// <summary>Gets ζ_loss, what the firm that is left loses.</summary>
    /// <value>From 0 to 1; 0.01 unless set.</value>
    public double KnowledgeLostPerMove { get; init => field = Require.Between(value, 0, 1); } = 0.01;

    /// <summary>Gets φ, how the benefit of joint action grows with the size of the group.</summary>
    /// <value>Above 0 up to 1; 0.7 unless set.</value>
    public double GroupExponent { get; init => field = Require.Between(value, 1e-6, 1); } = 0.7;

    /// <summary>Gets B, the benefit of joint action for a group of one, in the numéraire.</summary>
    /// <value>Zero or greater; 0.08 unless set.</value>
    public double GroupBenefit { get; init => field = Require.Between(value, 0, 1e12); } = 0.08;

    /// <summary>Gets what joint action asks of each member in a quarter.</summary>
    /// <value>Zero or greater; 0.02 unless set.</value>
    public double GroupCost { get; init => field = Require.Between(value, 0, 1e12); } = 0.02;

    /// <summary>Gets p_fail, the probability that a joint action fails.</summary>
    /// <value>From 0 to 1; 0.1 unless set.</value>
    public double GroupFailure { get; init => field = Require.Between(value, 0, 1); } = 0.1;

    /// <summary>Gets n, the firms that are asked together.</summary>
    /// <value>From 2 to 1,000; 8 unless set.</value>
    public int GroupSize { get; init => field = Require.Between(value, 2, 1000); } = 8;

    /// <summary>Gets proposals of joint action per hundred firms and quarter.</summary>
    /// <value>Zero or greater; 2 unless set.</value>
    public double GroupProposals { get; init => field = Require.Between(value, 0, 1000); } = 2;

    /// <summary>Gets the greatest share of the least effort that can be pooled.</summary>
    /// <value>From 0 to 1; 0.8 unless set.</value>
    public double PoolingLimit { get; init => field = Require.Between(value, 0, 1); } = 0.8;

    /// <summary>Gets the quarters for which a joint action shares the least effort among its members.</summary>
    /// <value>From 1 to 1,000; 4 unless set.</value>
    public int GroupDuration { get; init => field = Require.Between(value, 1, 1000); } = 4;

    /// <summary>Gets what trust loses when joint action fails.</summary>
    /// <value>From 0 to 1; 0.2 unless set.</value>
    public double TrustAfterFailure { get; init => field = Require.Between(value, 0, 1); } = 0.2;

    /// <summary>Gets what trust gains when it succeeds.</summary>
    /// <value>From 0 to 1; 0.05 unless set.</value>
    public double TrustAfterSuccess { get; init => field = Require.Between(value, 0, 1); } = 0.05;

    /// <summary>Gets the share of time with power and access; lowers money for effort and raises unit cost.</summary>
    /// <value>Above 0 up to 1; 1 unless set.</value>
    public double Uptime { get; init => field = Require.Between(value, 1e-6, 1); } = 1;

    /// <summary>Gets g_Φ, the growth of the frontier per quarter.</summary>
    /// <value>From −0.5 to 0.5; 0.002 unless set.</value>
    public double FrontierGrowth { get; init => field = Require.Between(value, -0.5, 0.5); } = 0.002;

    /// <summary>Gets ω0, the unit cost of production at capability zero.</summary>
    /// <value>Positive; 1 unless set.</value>
    public double UnitCostOfProduction { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets λ_K, by how much capability lowers ln unit cost.</summary>
    /// <value>Zero or greater; 0.3 unless set.</value>
    public double CostElasticity { get; init => field = Require.Between(value, 0, 10); } = 0.3;

    /// <summary>Gets q0, quality at capability zero.</summary>
    /// <value>Any finite number; 1 unless set.</value>
    public double BaseQuality { get; init => field = Require.Between(value, -1e6, 1e6); } = 1;

    /// <summary>Gets λ_q, by how much capability raises quality.</summary>
    /// <value>Zero or greater; 1 unless set.</value>
    public double QualityOfCapability { get; init => field = Require.Between(value, 0, 100); } = 1;

    /// <summary>Gets u_q, the pull of quality on the share of the market.</summary>
    /// <value>Zero or greater; 1 unless set.</value>
    public double QualityPull { get; init => field = Require.Between(value, 0, 100); } = 1;

    /// <summary>Gets u_p, the drag of the logarithm of price.</summary>
    /// <value>Zero or greater; 3 unless set.</value>
    public double PricePull { get; init => field = Require.Between(value, 0, 100); } = 3;

    /// <summary>Gets u_l, the pull of being local where the buyer is.</summary>
    /// <value>Zero or greater; 0.3 unless set.</value>
    public double LocalPull { get; init => field = Require.Between(value, 0, 100); } = 0.3;

    /// <summary>Gets the mark-up over unit cost at the start.</summary>
    /// <value>Zero or greater; 0.25 unless set.</value>
    public double BaseMargin { get; init => field = Require.Between(value, 0, 100); } = 0.25;

    /// <summary>Gets the share of the way that margins go each quarter to where the share of the market lets them.</summary>
    /// <value>From 0 to 1; 0.1 unless set.</value>
    public double MarginAdaptation { get; init => field = Require.Between(value, 0, 1); } = 0.1;

    /// <summary>Gets the persistence of ln demand.</summary>
    /// <value>From 0 to 1; 0.8 unless set.</value>
    public double DemandPersistence { get; init => field = Require.Between(value, 0, 1); } = 0.8;

    /// <summary>Gets the standard deviation of shocks to ln demand.</summary>
    /// <value>Zero or greater; 0.05 unless set.</value>
    public double DemandSpread { get; init => field = Require.Between(value, 0, 10); } = 0.05;

    /// <summary>Gets g, by how much profitability raises ln workers; 0 is Gibrat's law.</summary>
    /// <value>From −10 to 10; 0.1 unless set.</value>
    public double GrowthOfProfit { get; init => field = Require.Between(value, -10, 10); } = 0.1;

    /// <summary>Gets the standard deviation of shocks to ln workers.</summary>
    /// <value>Zero or greater; 0.05 unless set.</value>
    public double GrowthSpread { get; init => field = Require.Between(value, 0, 10); } = 0.05;

    /// <summary>Gets κ0 of the logarithm of the hazard of entry per place and quarter.</summary>
    /// <value>From −50 to 50; -5 unless set.</value>
    public double EntryConstant { get; init => field = Require.Between(value, -50, 50); } = -5;

    /// <summary>Gets κ1, by how much ln employment in the own industry raises it.</summary>
    /// <value>From −10 to 10; 0.5 unless set.</value>
    public double EntryOfEmployment { get; init => field = Require.Between(value, -10, 10); } = 0.5;

    /// <summary>Gets κ2, by how much mean profitability raises it.</summary>
    /// <value>From −100 to 100; 2 unless set.</value>
    public double EntryOfProfit { get; init => field = Require.Between(value, -100, 100); } = 2;

    /// <summary>Gets ξ, the share of entrants that leave a parent firm.</summary>
    /// <value>From 0 to 1; 0.4 unless set.</value>
    public double SpinOffShare { get; init => field = Require.Between(value, 0, 1); } = 0.4;

    /// <summary>Gets the probability that a spin-off settles near its parent.</summary>
    /// <value>From 0 to 1; 0.8 unless set.</value>
    public double NearParent { get; init => field = Require.Between(value, 0, 1); } = 0.8;

    /// <summary>Gets quarters without cash after which a firm leaves.</summary>
    /// <value>From 1 to 1,000; 4 unless set.</value>
    public int LossQuarters { get; init => field = Require.Between(value, 1, 1000); } = 4;

    /// <summary>Gets the probability per quarter that two firms that met through a third or in joint action begin a tie.</summary>
    /// <value>From 0 to 1; 0.02 unless set.</value>
    public double TieFormation { get; init => field = Require.Between(value, 0, 1); } = 0.02;

    /// <summary>Gets what trust on a tie of advice that is not used loses per quarter.</summary>
    /// <value>From 0 to 1; 0.02 unless set.</value>
    public double TieDecayRate { get; init => field = Require.Between(value, 0, 1); } = 0.02;

    /// <summary>Gets how products are sold and what a quarter costs.</summary>
    public MarketParameters Market { get; init; } = new();

    /// <summary>Gets with what firms begin.</summary>
    public EntryParameters Entry { get; init; } = new();

    /// <summary>Gets how ties change.</summary>
    public TieParameters Ties { get; init; } = new();

    /// <summary>Gives the cash that the size of a firm suggests: some quarters of its cost at full use.</summary>
    /// <param name="workers">L.</param>
    /// <returns>The cash.</returns>
    internal double CashOf(double workers) => Market.CashQuarters * UnitCostOfProduction * workers;
}
