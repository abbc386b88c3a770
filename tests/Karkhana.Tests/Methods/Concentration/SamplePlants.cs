using CsCheck;
using Karkhana.Methods.Concentration;

namespace Karkhana.Tests.Methods.Concentration;

/// <summary>Small registers of plants.</summary>
internal static class SamplePlants
{
    /// <summary>Pumps and foundries in towns a and b, soap in c; the example of the pages.</summary>
    public static readonly PlantTable ThreeTowns = new()
    {
        Regions = ["a", "a", "b", "a", "b", "c"],
        Industries = ["pumps", "pumps", "pumps", "foundries", "foundries", "soap"],
        Employment = [30, 10, 10, 20, 5, 25],
    };

    public static readonly Gen<(int Region, int Industry, int Workers)[]> Rows =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[1, 60]).Array[2, 40];

    public static PlantTable Of(IEnumerable<(int Region, int Industry, int Workers)> rows, double scale = 1) => new()
    {
        Regions = [.. rows.Select(row => $"r{row.Region}")],
        Industries = [.. rows.Select(row => $"i{row.Industry}")],
        Employment = [.. rows.Select(row => row.Workers * scale)],
    };

    public static IEnumerable<PlantTable> Bad() =>
    [
        new() { Regions = [], Industries = [] },
        new() { Regions = ["a", "b"], Industries = ["x"] },
        new() { Regions = ["a"], Industries = ["x"], Employment = [1, 2] },
        new() { Regions = ["a"], Industries = ["x"], Employment = [-1] },
        new() { Regions = ["a"], Industries = ["x"], Employment = [double.NaN] },
    ];
}
