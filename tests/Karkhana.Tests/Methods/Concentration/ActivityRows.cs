using CsCheck;
using Karkhana.Methods.Concentration;

namespace Karkhana.Tests.Methods.Concentration;

/// <summary>Small activity tables of whole numbers, whose sums are exact in any order.</summary>
internal static class ActivityRows
{
    public static readonly Gen<(int Region, int Industry, int Value)[]> All =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 60]).Array[1, 40];

    public static ActivityTable Table(IEnumerable<(int Region, int Industry, int Value)> rows, double scale = 1)
    {
        (int Region, int Industry, int Value)[] list = [.. rows];
        return ActivityTable.Of(
            [.. list.Select(row => $"r{row.Region}")],
            [.. list.Select(row => $"i{row.Industry}")],
            [.. list.Select(row => row.Value * scale)]);
    }

    /// <summary>Region k becomes 9 − k and industry k 9 − k, so that both come the other way round.</summary>
    public static ActivityTable Turned(IEnumerable<(int Region, int Industry, int Value)> rows) =>
        Table(rows.Select(row => (9 - row.Region, 9 - row.Industry, row.Value)));

    /// <summary>The matrix of the rows, summed anew.</summary>
    public static long[][] Matrix((int Region, int Industry, int Value)[] rows)
    {
        int[] industries = [.. rows.Select(row => row.Industry).Distinct().Order()];
        return [.. rows.Select(row => row.Region).Distinct().Order().Select(region => industries.Select(
            industry => rows.Where(row => row.Region == region && row.Industry == industry).Sum(row => (long)row.Value)).ToArray())];
    }
}
