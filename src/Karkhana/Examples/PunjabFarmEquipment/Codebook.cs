namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The items of the survey in own words (framework 2.5), in the order of the codebook. New items
/// come last, for an answer is drawn at the place of its item.</summary>
internal static class Codebook
{
    private const string Pide = "PIDE survey of 328 engineering firms, regional proxy (facts/survey_shares.csv)";
    private const string Suame = "Suame, Ghana: 0.74 to 0.90 (facts/survey_shares.csv)";

    private static readonly Item[] Relations =
    [
        new(
            "J1",
            "J",
            "JA01",
            "M3",
            0,
            3,
            "Cooperation with suppliers and subcontractors: 0 none, 3 close") { Centre = 0.0 },
        new("J2", "J", "JA02", "M3", 0, 3, "Cooperation with buyers and dealers: 0 none, 3 close") { Centre = 0.0 },
        new(
            "J3", "J", "JA03", "M3", 0, 3,
            "Cooperation with one other maker (machines, orders, purchase, design): 0 none, 3 close") { Centre = -0.5 },
        new(
            "J4",
            "J",
            "JA04",
            "M3",
            0,
            3,
            "Cooperation with a group along the chain: 0 none, 3 close") { Centre = -0.5 },
        new("J5", "J", "JA05", "M3", 0, 3, "Cooperation with the association: 0 none, 3 close") { Centre = -0.5 },
        new("J6", "J", "JA06", "M3", 0, 3, "Cooperation with institutes: 0 none, 3 close") { Centre = -0.5 },
        new(
            "J7",
            "J",
            "JA07",
            "M3",
            0,
            3,
            "Cooperation with partners outside the place: 0 none, 3 close") { Centre = -0.5 },
        new(
            "J1c", "J", "JA01_change", "C5", -2, 2,
            "Cooperation with suppliers and subcontractors: change over five years") { Centre = 0.2 },
        new(
            "J2c",
            "J",
            "JA02_change",
            "C5",
            -2,
            2,
            "Cooperation with buyers and dealers: change over five years") { Centre = 0.2 },
        new("J3c", "J", "JA03_change", "C5", -2, 2, "Cooperation with one other maker (machines, orders, purchase, design): change over five years") { Centre = 0.2 },
        new(
            "J4c",
            "J",
            "JA04_change",
            "C5",
            -2,
            2,
            "Cooperation with a group along the chain: change over five years") { Centre = 0.2 },
        new(
            "J5c",
            "J",
            "JA05_change",
            "C5",
            -2,
            2,
            "Cooperation with the association: change over five years") { Centre = 0.2 },
        new(
            "J6c",
            "J",
            "JA06_change",
            "C5",
            -2,
            2,
            "Cooperation with institutes: change over five years") { Centre = 0.2 },
        new(
            "J7c", "J", "JA07_change", "C5", -2, 2,
            "Cooperation with partners outside the place: change over five years") { Centre = 0.2 },
        new(
            "J8",
            "J",
            "failed_cooperation",
            "Y",
            0,
            1,
            "A cooperation failed in the last five years") { Centre = 0.25 },
        new("S1", "S", "trust", "L5", 1, 5, "Would advance material to a local processor without a written contract"),
        new("S2", "S", "trust", "L5", 1, 5, "Most makers here keep their word"),
    ];
    private static readonly Item[] Outcomes =
    [
        new(
            "P1",
            "P",
            "performance",
            "N",
            -100,
            double.NaN,
            "Sales growth over three years, percent") { Centre = 12, Spread = 15 },
        new(
            "P2", "P", "performance", "N", 0, 4,
            "Profit margin: 0 loss, 1 under 5, 2 to 10, 3 to 20, 4 over 20 percent"),
        new(
            "P3",
            "P",
            "performance",
            "P",
            0,
            100,
            "Share of products rejected or returned") { Reverse = true, Centre = 5, Spread = 0.7 },
        new("P4", "P", "performance", "P", 0, 100, "Share of sales outside the district") { Centre = 35, Spread = 0.9 },
        new(
            "P5",
            "P",
            "performance",
            "N",
            -100,
            double.NaN,
            "Growth of employment over five years, percent") { Centre = 8, Spread = 14 },
        new(
            "P6",
            "P",
            "performance",
            "P",
            0,
            100,
            "Share of sales from products of the last three years") { Centre = 12, Spread = 0.8 },
        new("P7", "P", "performance", "C5", -2, 2, "Price against the best competitor: -2 far lower, 2 far higher"),
        new(
            "BE1",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "Lack of electricity keeps output below target") { Centre = 0.83, Source = Pide },
        new(
            "BE2",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "Scarce electricity lowers efficiency") { Centre = 0.78, Source = Pide },
        new(
            "BE3",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "The cost of own power supply is a burden") { Centre = 0.72, Source = Pide },
        new(
            "BE4",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "Outages and voltage swings may damage machines") { Centre = 0.68, Source = Pide },
        new(
            "BE5",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "The firm cannot be found online") { Centre = 0.63, Source = Pide },
        new(
            "BE6",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "No expansion is planned soon") { Centre = 0.63, Source = Pide },
        new(
            "BE7",
            "BE",
            "business_environment",
            "Y",
            0,
            1,
            "Is in favour of certifying quality") { Centre = 0.89, Source = Pide },
        new(
            "F6",
            "F",
            "firm_profile",
            "Y",
            0,
            1,
            "The owner learnt the trade as an apprentice") { Centre = 0.82, Source = Suame },
        new("F10", "F", "firm_profile", "Y", 0, 1, "The firm is a member of an association") { Centre = 0.4 },
        new("F15", "F", "firm_profile", "Y", 0, 1, "The firm exports") { Centre = 0.1 },
        new(
            "F16",
            "F",
            "firm_profile",
            "Y",
            0,
            1,
            "The firm has a research and development unit of its own") { Centre = 0.02 },
        new("F1", "F", "control", "N", 1900, 2012, "The year in which the firm began"),
        new("F5", "F", "control", "N", 0, 20, "The owner's years of schooling"),
    ];

    /// <summary>Gets the items.</summary>
    public static IReadOnlyList<Item> Items { get; } =
        [.. CapabilityItems.All, .. BehaviourItems.All, .. Relations, .. AdvantageItems.All, .. Outcomes, .. RoutineItems.All];
}
