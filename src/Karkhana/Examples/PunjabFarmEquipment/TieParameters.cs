namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Numbers behind the ties.</summary>
internal static class TieParameters
{
    private const string Plan = "pattern of the known truth";
    private static readonly ParameterList List = new();

    public static readonly Parameter MeanDegree = List.Assumed(
        "advice_mean_degree",
        6,
        "ties given per maker",
        "density 0.12 to 0.34 was measured among 26 to 36 firms; the mean degree, not the density, is carried over");
    public static readonly Parameter Reciprocity = List.Elsewhere(
        "advice_reciprocity",
        0.5,
        "share of ties",
        "between 0.43 and 0.62 among Hungarian printers (facts/validation_networks.csv)");
    public static readonly Parameter FirstRound = List.Assumed(
        "advice_first_round", 0.55, "share of ties", "the others close open triangles");
    public static readonly Parameter Distance = List.Assumed(
        "advice_distance", -0.25, "log odds per km", "sign published (facts/network_coefficients.csv)");
    public static readonly Parameter Kin = List.Assumed("advice_kin", 1, "log odds", Plan);
    public static readonly Parameter SameStage = List.Assumed("advice_same_stage", 0.8, "log odds", Plan);
    public static readonly Parameter Capability = List.Assumed(
        "advice_capability", 1.2, "log odds per sd of the pair's mean", Plan);
    public static readonly Parameter Sociability = List.Assumed(
        "advice_sociability", 0.5, "log odds per sd of the pair's mean", Plan);
    public static readonly Parameter StrongerWhenMutual = List.Assumed(
        "advice_stronger_when_mutual", 0.5, "share", "of mutual ties that have one more point");
    public static readonly Parameter Stronger = List.Assumed(
        "advice_stronger", 0.25, "share", "of ties that have one more point");
    public static readonly Parameter GatekeeperBonus = List.Assumed("advice_gatekeeper", 1.5, "log odds", "planted");
    public static readonly Parameter Isolates = List.Assumed(
        "advice_isolates", 0.03, "share of clustered makers", "planted");
    public static readonly Parameter GivenByAbler = List.Assumed(
        "advice_given_by_abler", 0.7, "share of one-way ties", Plan);
    public static readonly Parameter MostTies = List.Assumed("advice_most_ties_given", 16, "ties", Plan);
    public static readonly Parameter KinGroup = List.Assumed("kin_group_size", 4, "makers", Plan);
    public static readonly Parameter KinShare = List.Assumed(
        "kin_tie_share", 0.7, "share of pairs of a kin group", Plan);
    public static readonly Parameter Stages = List.Assumed("stages", 4, "stages", "main process of a maker");
    public static readonly Parameter Subcontracts = List.Assumed(
        "subcontract_mean",
        2,
        "processors per clustered maker",
        "outsourcing is stated in public texts, a rate is not");
    public static readonly Parameter SubcontractRadius = List.Assumed("subcontract_radius", 6, "km", Plan);

    public static IReadOnlyList<Parameter> All => List.All;
}
