namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Numbers behind the survey; the centre and spread of each item are in <see cref="Codebook"/>.</summary>
internal static class AnswerParameters
{
    private static readonly ParameterList List = new();

    public static readonly Parameter Response = List.Assumed(
        "response", 0.85, "share of makers asked", "makers of Daska, Okara, Mian Channu and the dispersed are asked");
    public static readonly Parameter Loading = List.Assumed(
        "item_loading", 0.75, "correlation", "of the normal score behind an answer with its construct");
    public static readonly Parameter CopulaCorrelation = List.Assumed(
        "copula_correlation", 0.3, "correlation", "size with web presence, exports, certification");
    public static readonly Parameter LeastSlope = List.Assumed(
        "capability_slope_least", 0.9, "slope", "graded response model, slopes uniform");
    public static readonly Parameter MostSlope = List.Assumed(
        "capability_slope_most", 2.2, "slope", "graded response model, slopes uniform");
    public static readonly Parameter ThresholdGap = List.Assumed(
        "capability_threshold_gap", 0.8, "sd", "graded response model");
    public static readonly Parameter BasicDifficulty = List.Assumed(
        "capability_difficulty_1", -0.9, "sd", "middle threshold of basic items");
    public static readonly Parameter IntermediateDifficulty = List.Assumed(
        "capability_difficulty_2", 0.1, "sd", "middle threshold of intermediate items");
    public static readonly Parameter AdvancedDifficulty = List.Assumed(
        "capability_difficulty_3", 1.2, "sd", "middle threshold of advanced items");
    public static readonly Parameter DifficultyNoise = List.Assumed(
        "capability_difficulty_noise", 0.2, "sd", "uniform, plus or minus");
    public static readonly Parameter PlantedDif = List.Assumed("dif_c06_dispersed", 0.6, "sd", "planted: C06 is harder for dispersed makers of the same capability; a basic item, for harder ones say nothing about most of them");
    public static readonly Parameter PlantedDifSlope = List.Assumed(
        "dif_c06_slope", 1.8, "slope", "the planted item is a telling one, so that a survey of this size can find it");
    public static readonly Parameter Missing = List.Assumed(
        "missing", 0.06, "share of answers", "missing completely at random");
    public static readonly Parameter MissingSales = List.Assumed(
        "missing_sales_growth", 0.25, "share of firms", "planted: P1 is missing more often the better the performance");
    public static readonly Parameter MissingSalesSlope = List.Assumed(
        "missing_sales_growth_slope", 0.15, "share per sd of performance", "planted");
    public static readonly Parameter PoachingOnTraining = List.Assumed(
        "poaching_on_training", -0.4, "sd per sd", "planted: exposure to poaching (DE02) lowers E5 and E6");
    public static readonly Parameter ConstraintNoise = List.Assumed(
        "binding_constraint_noise", 0.2, "share of firms", "M12 says another constraint than the true one");
    public static readonly Parameter StepWidth = List.Assumed(
        "answer_steps_width", 3.2, "sd", "the steps of an ordered answer share this width equally");
    public static readonly Parameter KnowHow = List.Assumed(
        "binding_constraint_absorption", 0.4, "share", "below it an unconstrained maker does not know how");

    public static IReadOnlyList<Parameter> All => List.All;
}
