namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The items on effort, outside sources, absorptive capacity and mechanisms, in own words (framework
/// 2.5).</summary>
internal static class BehaviourItems
{
    public static Item[] All { get; } =
    [
        new(
            "E1", "E", "effort", "F5", 0, 4,
            "Days of the owner or a technician spent trying new or changed products, last 12 months"),
        new("E2", "E", "effort", "F5", 0, 4, "Days spent trying new ways of making or new tools, last 12 months"),
        new("E3", "E", "effort", "F5", 0, 4, "Prototypes built, last 12 months"),
        new("E4", "E", "effort", "F5", 0, 4, "Money spent on trials, samples to copy and drawings, last 12 months"),
        new("E5", "E", "effort", "F5", 0, 4, "Workers trained for more than three days, last 12 months"),
        new("E6", "E", "effort", "F5", 0, 4, "Money spent on training, last 12 months"),
        new("E7", "E", "effort", "F5", 0, 4, "Visits to fairs, other towns and institutes, last 12 months"),
        new("E8", "E", "effort", "F5", 0, 4, "Paid experts or advisers, last 12 months"),
        new("E9", "E", "effort", "F5", 0, 4, "Manuals, catalogues or videos studied on purpose, last 12 months"),
        new("E10", "E", "effort", "F5", 0, 4, "Workers hired mainly for what they know, last 12 months"),
        new("E11", "E", "effort", "F5", 0, 4, "Causes of breakdowns and rejects looked into, last 12 months"),
        new("E12", "E", "effort", "F5", 0, 4, "Someone whose main work is design or improvement, last 12 months"),
        new(
            "A1",
            "A",
            "absorptive_capacity",
            "N",
            0,
            double.NaN,
            "Technical staff, the owner included") { Centre = 2.5, Spread = 0.4 },
        new(
            "A2",
            "A",
            "absorptive_capacity",
            "N",
            0,
            double.NaN,
            "Of these, with training after school") { PartOf = "A1", Centre = 0.35, Spread = 1 },
        new(
            "A3",
            "A",
            "absorptive_capacity",
            "N",
            0,
            double.NaN,
            "Mean years of experience of the technical staff") { Centre = 9, Spread = 0.4 },
        new(
            "A4", "A", "absorptive_capacity", "N", 0, double.NaN,
            "Of the technical staff, with experience in other firms") { PartOf = "A1", Centre = 0.4, Spread = 1 },
        new(
            "A5", "A", "absorptive_capacity", "P", 0, 100,
            "Share of the technical staff that reads engineering drawings") { Centre = 35, Spread = 1 },
        new("A6", "A", "absorptive_capacity", "L5", 1, 5, "A new idea from outside is talked over and written down"),
        new(
            "A7",
            "A",
            "absorptive_capacity",
            "N",
            0,
            double.NaN,
            "Months until the last idea from outside was in use") { Reverse = true, Centre = 6, Spread = 0.6 },
        new(
            "X01", "X", "external_openness", "M3", 0, 3,
            "Importance of customers outside the place as a source of knowledge") { Centre = -0.2 },
        new(
            "X02", "X", "external_openness", "M3", 0, 3,
            "Importance of dealers outside the place as a source of knowledge") { Centre = -0.2 },
        new(
            "X03", "X", "external_openness", "M3", 0, 3,
            "Importance of material suppliers outside the place as a source of knowledge") { Centre = -0.2 },
        new(
            "X04", "X", "external_openness", "M3", 0, 3,
            "Importance of machine suppliers outside the place as a source of knowledge") { Centre = -0.2 },
        new(
            "X05", "X", "external_openness", "M3", 0, 3,
            "Importance of subcontractors outside the place as a source of knowledge") { Centre = -0.5 },
        new(
            "X06", "X", "external_openness", "M3", 0, 3,
            "Importance of competitors outside the place as a source of knowledge") { Centre = -0.5 },
        new(
            "X07", "X", "external_openness", "M3", 0, 3,
            "Importance of relatives and community outside the place as a source of knowledge") { Centre = -0.5 },
        new(
            "X08", "X", "external_openness", "M3", 0, 3,
            "Importance of an association outside the place as a source of knowledge") { Centre = -0.5 },
        new(
            "X09", "X", "external_openness", "M3", 0, 3,
            "Importance of a vocational school outside the place as a source of knowledge") { Centre = -0.8 },
        new(
            "X10", "X", "external_openness", "M3", 0, 3,
            "Importance of a university outside the place as a source of knowledge") { Centre = -0.8 },
        new(
            "X11", "X", "external_openness", "M3", 0, 3,
            "Importance of a testing laboratory outside the place as a source of knowledge") { Centre = -0.8 },
        new(
            "X12", "X", "external_openness", "M3", 0, 3,
            "Importance of a government agency outside the place as a source of knowledge") { Centre = -0.5 },
        new(
            "X13", "X", "external_openness", "M3", 0, 3,
            "Importance of a donor or NGO outside the place as a source of knowledge") { Centre = -0.8 },
        new(
            "X14", "X", "external_openness", "M3", 0, 3,
            "Importance of fairs outside the place as a source of knowledge") { Centre = -0.5 },
        new(
            "X15", "X", "external_openness", "M3", 0, 3,
            "Importance of the internet outside the place as a source of knowledge") { Centre = -0.2 },
        new(
            "M1",
            "M",
            "mechanism",
            "N",
            0,
            double.NaN,
            "Days that the last improvement project took") { Centre = 20, Spread = 0.7 },
        new(
            "M2", "M", "mechanism", "C5", -2, 2,
            "Would the project have cost less or more away from other firms of the trade") { Centre = 0.3 },
        new(
            "M3",
            "M",
            "mechanism",
            "Y",
            0,
            1,
            "Could pay for the project from own funds within three months") { Centre = 0.45 },
        new(
            "M4",
            "M",
            "mechanism",
            "Y",
            0,
            1,
            "The smallest sensible version costs more than a month of sales") { Centre = 0.5 },
        new(
            "M5",
            "M",
            "mechanism",
            "P",
            0,
            100,
            "Expected gain in yearly profit if it works") { Centre = 20, Spread = 0.7 },
        new(
            "M6", "M", "mechanism", "N", 1, 5,
            "What pushed to it: 1 lost orders, 2 customers, 3 a rival did it, 4 pride, 5 own idea"),
        new("M7", "M", "mechanism", "N", 0, double.NaN, "Months before others copy it") { Centre = 8, Spread = 0.6 },
        new("M8", "M", "mechanism", "P", 0, 100, "Chance that it works at the first try") { Centre = 50, Spread = 0.8 },
        new(
            "M9",
            "M",
            "mechanism",
            "P",
            0,
            100,
            "By how much the advice of others shortened the trials") { Centre = 20, Spread = 0.8 },
        new(
            "M10",
            "M",
            "mechanism",
            "Y",
            0,
            1,
            "Learnt something useful last year without having looked for it") { Centre = 0.5 },
        new(
            "M11", "M", "mechanism", "P", 0, 100,
            "Share of the know-how that came from being here rather than from own work") { Centre = 30, Spread = 0.8 },
        new(
            "M12", "M", "mechanism", "N", 1, 5,
            "Binding constraint: 1 cost, 2 own money, 3 not worth it, 4 do not know how, 5 no such knowledge around"),
    ];
}
