namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The trades of the register and how strongly each is drawn to each town.</summary>
internal static class Trades
{
    public const string Makers = "farm equipment";
    public const string Foundry = "foundry";
    public const string Engineering = "general engineering";
    public const string FoodProcessing = "food processing";
    public const string AutoRepair = "auto repair";

    private static readonly Dictionary<string, (string Town, double Weight)[]> Pulls = new(StringComparer.Ordinal)
    {
        [Foundry] = [("Lahore", 5), ("Gujranwala", 3), ("Sargodha", 1), ("Sialkot", 1)],
        [Engineering] = [("Gujranwala", 4), ("Lahore", 4), ("Faisalabad", 2), ("Sialkot", 2), ("Daska", 1), ("Gujrat", 2), ("Multan", 1), ("Okara", 0.5), ("Mian Channu", 0.5)],
        ["furniture"] = [("Gujrat", 3), ("Lahore", 3), ("Multan", 2), ("Sahiwal", 1), ("Chichawatni", 1), ("Hafizabad", 1), ("Bahawalpur", 1)],
        ["garments"] = [("Faisalabad", 4), ("Lahore", 4), ("Sialkot", 2), ("Multan", 1)],
    };

    /// <summary>Gets the background trades with their numbers; those without a pull of their own come last.</summary>
    public static IReadOnlyList<(string Trade, int Count)> Background { get; } =
    [
        (Foundry, FirmParameters.Foundries.Whole), (Engineering, FirmParameters.GeneralEngineering.Whole),
        ("furniture", FirmParameters.Furniture.Whole), ("garments", FirmParameters.Garments.Whole),
        (FoodProcessing, FirmParameters.FoodProcessing.Whole), (AutoRepair, FirmParameters.AutoRepair.Whole),
    ];

    /// <summary>Gets what each trade is to makers of farm equipment: an assumption, for no published table says
    /// it.</summary>
    public static IReadOnlyList<(string Trade, string Group, string Role, string Stage)> Roles { get; } =
    [
        (Makers, "metal", "none", ""),
        (Foundry, "metal", "process-specialist", "casting"),
        (Engineering, "metal", "process-specialist", "machining"),
        ("furniture", "wood", "none", ""),
        ("garments", "textile", "none", ""),
        (FoodProcessing, "food", "none", ""),
        (AutoRepair, "repair", "none", ""),
    ];

    /// <summary>Gets how often a trade chooses a town, against its other towns.</summary>
    public static IEnumerable<(string Trade, string Town, double Weight)> Weights =>
        Pulls.SelectMany(trade => trade.Value.Select(pull => (trade.Key, pull.Town, pull.Weight)));

    /// <summary>Gives the town for a number uniform on [0, 1), or null when the trade goes where all activity
    /// is.</summary>
    public static string? Town(string trade, double uniform)
    {
        if (!Pulls.TryGetValue(trade, out (string Town, double Weight)[]? pulls))
        {
            return null;
        }

        double left = uniform * pulls.Sum(pull => pull.Weight);
        foreach ((string town, double weight) in pulls)
        {
            left -= weight;
            if (left < 0)
            {
                return town;
            }
        }

        return pulls[^1].Town;
    }
}
