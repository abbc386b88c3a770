namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The institutions of facts/institutions.csv and market towns of facts/towns.csv that can be put on the
/// map.</summary>
/// <remarks>They exist. Their addresses were not published with them, so each stands at the published centroid of its
/// town; those that act in many places, or outside Punjab, are left out.</remarks>
internal static class Institutes
{
    /// <summary>Gets the name in the facts, the town, and the kind as study.toml takes it.</summary>
    public static IReadOnlyList<(string Name, string Town, string Kind)> Located { get; } =
    [
        ("AMRI (Agricultural Mechanization Research Institute)", "Multan", "university"),
        ("University of Agriculture Faisalabad", "Faisalabad", "university"),
        ("MNS University of Agriculture", "Multan", "university"),
        ("PSIC (Punjab Small Industries Corporation)", Places.Daska, "industrial-estate"),
        ("Agriculture Implement Development Centre", Places.Daska, "training-centre"),
        ("SMEDA", "Lahore", "other"),
        ("Foundry Service Centre", "Lahore", "training-centre"),
        ("SME Subcontracting Exchange", "Gujranwala", "other"),
        ("Daska Engineering and Industrial Association", Places.Daska, "association"),
        ("Pakistan Foundry Association", "Lahore", "association"),
        ("PAAPAM", "Lahore", "association"),
    ];

    /// <summary>Gets the towns whose role in facts/towns.csv is that of a market town.</summary>
    public static IReadOnlyList<string> MarketTowns { get; } = ["Sahiwal", "Chichawatni", "Hafizabad", "Bahawalpur"];

    /// <summary>Gives institutions.csv.</summary>
    public static string ToCsv()
    {
        CsvText csv = new("institution", "name", "kind", "town", "lat", "lon", "source", "synthetic");
        int number = 0;
        foreach ((string name, string town, string kind) in Located)
        {
            Add(csv, ++number, (name, kind, town), "facts/institutions.csv; point: facts/towns.csv");
        }

        foreach (string town in MarketTowns)
        {
            Add(csv, ++number, ($"market of {town}", "market-town", town), "facts/towns.csv");
        }

        return csv.ToString();
    }

    private static void Add(CsvText csv, int number, (string Name, string Kind, string Town) institute, string source)
    {
        Location point = Places.Centre(institute.Town);
        csv.Row(
            FormattableString.Invariant($"I{number:00}"), institute.Name, institute.Kind, institute.Town, point.Latitude, point.Longitude,
            source, false);
    }
}
