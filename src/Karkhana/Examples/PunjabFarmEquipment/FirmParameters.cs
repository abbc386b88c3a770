namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Numbers, sizes and places of the firms.</summary>
internal static class FirmParameters
{
    private const string Smeda = "SMEDA subcontracting exchange page on fan makers of Gujranwala and Gujrat (facts/size_distribution.csv)";
    private const string NotFound = "scenario; no published count was found";
    private const string Pattern = "pattern of the known truth";
    private static readonly ParameterList List = new();

    public static readonly Parameter DaskaMakers = List.Punjab(
        "makers_daska",
        96,
        "firms",
        "http://agrihunt.blogspot.com/2012/05/agricultural-tool-manufacturers-demand.html");
    public static readonly Parameter FaisalabadMakers = List.Assumed("makers_faisalabad", 80, "firms", NotFound);
    public static readonly Parameter OkaraMakers = List.Assumed("makers_okara", 50, "firms", NotFound);
    public static readonly Parameter MianChannuMakers = List.Assumed("makers_mian_channu", 50, "firms", NotFound);
    public static readonly Parameter DispersedMakers = List.Assumed("makers_dispersed", 90, "firms", NotFound);
    public static readonly Parameter Foundries = List.Assumed("background_foundry", 120, "firms", NotFound);
    public static readonly Parameter GeneralEngineering = List.Assumed(
        "background_general_engineering", 160, "firms", NotFound);
    public static readonly Parameter Furniture = List.Assumed("background_furniture", 150, "firms", NotFound);
    public static readonly Parameter Garments = List.Assumed("background_garments", 170, "firms", NotFound);
    public static readonly Parameter FoodProcessing = List.Assumed(
        "background_food_processing", 150, "firms", "planted as not clustered: located like all other activity");
    public static readonly Parameter AutoRepair = List.Assumed(
        "background_auto_repair", 150, "firms", "planted as not clustered: located like all other activity");
    public static readonly Parameter CountrysideShare = List.Assumed(
        "background_countryside_share", 0.25, "share", Pattern);
    public static readonly Parameter FoundryInClusters = List.Assumed(
        "foundry_share_in_daska_and_faisalabad", 0.3, "share", "planted: foundries stand where implement makers are");
    public static readonly Parameter TownRadius = List.Assumed(
        "town_radius", 3, "km", "offset from the published centroid of the town; no point is a real address");
    public static readonly Parameter DispersedRadius = List.Assumed(
        "dispersed_radius", 100, "km", "around a cluster town chosen at random, inside a coarse outline of Punjab");
    public static readonly Parameter DispersedGap = List.Assumed(
        "dispersed_least_distance",
        8,
        "km",
        "a dispersed maker stands at least so far from every town of facts/towns.csv");
    public static readonly Parameter SmallShare = List.Elsewhere("size_share_small", 0.89, "share of firms", Smeda);
    public static readonly Parameter MediumShare = List.Elsewhere("size_share_medium", 0.08, "share of firms", Smeda);
    public static readonly Parameter LargeShare = List.Elsewhere("size_share_large", 0.03, "share of firms", Smeda);
    public static readonly Parameter SmallMost = List.Assumed(
        "size_small_most_workers", 50, "workers", "the source of the shares gives no threshold");
    public static readonly Parameter MediumMost = List.Assumed(
        "size_medium_most_workers", 250, "workers", "the source of the shares gives no threshold");
    public static readonly Parameter LargeMost = List.Assumed("size_large_most_workers", 800, "workers", Pattern);
    public static readonly Parameter SmallMean = List.Elsewhere(
        "workers_small_mean",
        8.75,
        "workers",
        "Naogaon thresher makers, 700/80, a lower bound (facts/size_distribution.csv)");
    public static readonly Parameter SmallSpread = List.Assumed("workers_small_log_sd", 0.7, "log points", Pattern);
    public static readonly Parameter MediumMedian = List.Assumed("workers_medium_median", 90, "workers", Pattern);
    public static readonly Parameter LargeMedian = List.Assumed("workers_large_median", 380, "workers", Pattern);
    public static readonly Parameter UpperSpread = List.Assumed(
        "workers_medium_and_large_log_sd", 0.35, "log points", Pattern);
    public static readonly Parameter LeastWorkers = List.Assumed("workers_least", 2, "workers", Pattern);
    public static readonly Parameter FirstYear = List.Assumed(
        "year_started_first", 1950, "year", "direction published (facts.md section 2), shape assumed");
    public static readonly Parameter LastYear = List.Assumed(
        "year_started_last", 2010, "year", "direction published, shape assumed");
    public static readonly Parameter SeventiesKept = List.Assumed(
        "year_started_kept_in_1970s",
        0.4,
        "share",
        "fewer firms began when tubewell demand fell; the size of the dip is assumed");
    public static readonly Parameter MostSchooling = List.Assumed(
        "owner_schooling_most", 16, "years", "schooling = 16 Beta(2, 3)");
    public static readonly Parameter SortingSchooling = List.Assumed(
        "sorting_on_schooling",
        0.5,
        "log odds per standard deviation",
        "planted: schooled owners locate in clusters more often");
    public static readonly Parameter SortingNoise = List.Assumed(
        "sorting_noise", 0.5, "log odds", "sd of the unobserved taste for a cluster");

    public static IReadOnlyList<Parameter> All => List.All;
}
