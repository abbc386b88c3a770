using CsCheck;
using Karkhana.Methods.Concentration;

namespace Karkhana.Tests.Methods.Concentration;

/// <summary>Small tables of activity.</summary>
internal static class SampleActivities
{
    public static readonly Gen<(int Region, int Industry, int Value)[]> Rows =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 60]).Array[1, 40];

    /// <summary>Daska: foundry, motors, pumps; Gujrat: fans and, by a quotient of exactly 1, motors; Lahore: motors,
    /// pumps, tools; Sialkot: foundry, tools. The example of the pages.</summary>
    public static ActivityTable FourTowns(double scale = 1)
    {
        (string Region, string Industry, double Value)[] rows =
        [
            ("Daska", "pumps", 40), ("Daska", "motors", 30), ("Daska", "foundry", 30),
            ("Gujrat", "motors", 20), ("Gujrat", "fans", 80),
            ("Lahore", "pumps", 30), ("Lahore", "motors", 50), ("Lahore", "fans", 30), ("Lahore", "foundry", 20), ("Lahore", "tools", 70),
            ("Sialkot", "tools", 60), ("Sialkot", "foundry", 40),
        ];
        return ActivityTable.Of(
            [.. rows.Select(row => row.Region)], [.. rows.Select(row => row.Industry)], [.. rows.Select(row => row.Value * scale)]);
    }

    public static ActivityTable Of(IEnumerable<(int Region, int Industry, int Value)> rows) => ActivityTable.Of(
        [.. rows.Select(row => $"r{row.Region}")], [.. rows.Select(row => $"i{row.Industry}")], [.. rows.Select(row => (double)row.Value)]);

    /// <summary>Each region does the same amount of each of its industries: "ab cd" is two regions.</summary>
    public static ActivityTable Equal(string mixes)
    {
        (string Region, string Industry)[] rows =
            [.. mixes.Split(' ').SelectMany((mix, r) => mix.Select(industry => ($"r{r}", industry.ToString())))];
        return ActivityTable.Of([.. rows.Select(row => row.Region)], [.. rows.Select(row => row.Industry)], [.. rows.Select(_ => 10.0)]);
    }

    /// <summary>The table of specialisation by its definition, in whole numbers: one row of yes and no per region.</summary>
    public static bool[][] Specialised(ActivityTable activity) =>
    [
        .. Enumerable.Range(0, activity.Regions.Count).Select(r => Enumerable.Range(0, activity.Industries.Count).Select(i =>
            activity[r, i] > 0
            && (decimal)activity[r, i] * (decimal)activity.Total >= (decimal)activity.IndustryTotals[i] * (decimal)activity.RegionTotals[r])
            .ToArray()),
    ];
}
