namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The known truth: exposures, effort, capability, performance.</summary>
internal static class TruthParameters
{
    private const string Truth = "known truth, chosen so that every regime occurs";
    private static readonly ParameterList List = new();

    public static readonly Parameter ExposureNoise = List.Assumed("exposure_noise", 0.15, "ranks", Truth);
    public static readonly Parameter FirstGeography = List.Assumed("exposure_first_geography", 0.6, "ranks", Truth);
    public static readonly Parameter SecondPart = List.Assumed("exposure_second_part", 0.4, "ranks", Truth);
    public static readonly Parameter OwnPart = List.Assumed(
        "exposure_own_part",
        0.8,
        "ranks",
        "what sets a firm apart from its neighbours; lower values make advantages hard to tell apart");
    public static readonly Parameter EffectOnCost = List.Assumed(
        "eta_cost", 0.2, "log points per strength and sd of exposure", "channel C; see truth/paths.csv");
    public static readonly Parameter EffectOnIncentive = List.Assumed(
        "eta_incentive", 0.15, "log points per strength and sd of exposure", "channel I; see truth/paths.csv");
    public static readonly Parameter EffectOnEffectiveness = List.Assumed(
        "eta_effectiveness", 0.15, "log points per strength and sd of exposure", "channel P; see truth/paths.csv");
    public static readonly Parameter EffectOnSlack = List.Assumed(
        "eta_resources", 0.2, "log points per strength and sd of exposure", "channel R; see truth/paths.csv");
    public static readonly Parameter EffectOfMarketAccess = List.Assumed(
        "eta_market_access", 0, "log points", "planted null: EE05 acts through no channel of learning");
    public static readonly Parameter RivalryRise = List.Assumed(
        "rivalry_linear", 1.2, "log points", "planted inverted U of rivalry (EE11) in the incentive");
    public static readonly Parameter RivalryFall = List.Assumed(
        "rivalry_quadratic", 1.2, "log points", "planted inverted U; the turn is at half exposure");
    public static readonly Parameter IncentiveShift = List.Assumed(
        "incentive_shift", -0.2, "log points", "brings the mean effect of rivalry to zero");
    public static readonly Parameter Curvature = List.Assumed("beta", 0.4, "exponent", "curvature of effort");
    public static readonly Parameter Incentive = List.Assumed("rho_0", 10, "value per unit of capability", Truth);
    public static readonly Parameter Effectiveness = List.Assumed(
        "theta_0", 0.17, "capability per unit of effort", Truth);
    public static readonly Parameter Cost = List.Assumed("c_0", 1, "money per unit of effort", "unit");
    public static readonly Parameter Slack = List.Assumed("slack_0", 0.65, "money", Truth);
    public static readonly Parameter SlackBySize = List.Assumed("slack_size_elasticity", 0.5, "elasticity", Truth);
    public static readonly Parameter LeastEffort = List.Assumed("e_min_0", 0.28, "effort", Truth);
    public static readonly Parameter Pooling = List.Assumed(
        "pooling_by_association", 0.5, "share", "share of the indivisible cost that full exposure to JA05 takes away");
    public static readonly Parameter ParameterNoise = List.Assumed(
        "firm_noise", 0.25, "log points", "sd of ln rho, ln theta, ln S and ln e_min between firms");
    public static readonly Parameter Frontier = List.Assumed("frontier", 1, "capability", "unit");
    public static readonly Parameter Decay = List.Assumed("delta", 0.03, "per year", Truth);
    public static readonly Parameter Interaction = List.Assumed("alpha", 0.15, "per year", "inflow by advice ties");
    public static readonly Parameter Passive = List.Assumed(
        "s", 0.1, "per year", "inflow without ties from makers within the radius");
    public static readonly Parameter PassiveFree = List.Assumed(
        "kappa_0", 0.1, "share", "passive inflow without absorptive capacity");
    public static readonly Parameter PassiveAbsorbed = List.Assumed(
        "kappa_1", 0.4, "share", "passive inflow per unit of absorptive capacity");
    public static readonly Parameter PassiveRadius = List.Assumed("passive_radius", 5, "km", Truth);
    public static readonly Parameter Years = List.Assumed("years_of_learning", 2, "years", Truth);
    public static readonly Parameter AbsorptionLevel = List.Assumed("absorption_level", 0.2, "share", Truth);
    public static readonly Parameter AbsorptionBySchooling = List.Assumed(
        "absorption_by_schooling", 0.6, "share", Truth);
    public static readonly Parameter AbsorptionByExperience = List.Assumed(
        "absorption_by_experience", 0.05, "share per sd", Truth);
    public static readonly Parameter AbsorptionNoise = List.Assumed("absorption_noise", 0.1, "share", Truth);
    public static readonly Parameter EffectivenessByAbsorption = List.Assumed(
        "effectiveness_by_absorption", 0.5, "log points", Truth);
    public static readonly Parameter AbsorptionMiddle = List.Assumed(
        "absorption_middle", 0.45, "share", "where absorptive capacity neither raises nor lowers effectiveness");
    public static readonly Parameter OpennessBySchooling = List.Assumed(
        "openness_by_schooling", 0.5, "sd per sd", Truth);
    public static readonly Parameter OpennessNoise = List.Assumed("openness_noise", 0.8, "sd", Truth);
    public static readonly Parameter StartLevel = List.Assumed("k0_level", 0.12, "capability", Truth);
    public static readonly Parameter StartBySchooling = List.Assumed(
        "k0_by_schooling", 0.3, "capability", "planted: schooling raises capability as well as location in a cluster");
    public static readonly Parameter StartNoise = List.Assumed("k0_noise", 0.05, "capability", Truth);
    public static readonly Parameter PerformanceByCapability = List.Assumed(
        "performance_by_capability", 0.3, "sd per sd", Truth);
    public static readonly Parameter PerformanceByStatic = List.Assumed(
        "performance_by_static_advantages", 0.1, "sd per sd", Truth);
    public static readonly Parameter PerformanceBySchooling = List.Assumed(
        "performance_by_schooling", 0.2, "sd per sd", Truth);
    public static readonly Parameter PerformanceNoise = List.Assumed("performance_noise", 0.4, "sd", Truth);
    public static readonly Parameter Gatekeepers = List.Assumed(
        "gatekeepers", 8, "firms", "planted: four in Daska, two in Okara, two in Mian Channu");
    public static readonly Parameter GatekeeperOpenness = List.Assumed("gatekeeper_openness", 2.5, "sd", "planted");

    public static IReadOnlyList<Parameter> All => List.All;
}
