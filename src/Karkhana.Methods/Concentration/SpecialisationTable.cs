using System.Numerics;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Which region is specialised in which industry: a location quotient of at least 1.</summary>
internal sealed class SpecialisationTable
{
    private const int BitsPerWord = 64;
    private const double Slack = 1e-12;

    private readonly ulong[] _bits; // industry after industry, a bit per region
    private readonly int _words;

    private SpecialisationTable(IReadOnlyList<string> regions, IReadOnlyList<string> industries, int[][] industriesOf)
    {
        (Regions, Industries, IndustriesOf) = (regions, industries, industriesOf);
        _words = (regions.Count + BitsPerWord - 1) / BitsPerWord;
        _bits = new ulong[industries.Count * _words];
        Ubiquity = new int[industries.Count];
        for (int r = 0; r < industriesOf.Length; r++)
        {
            foreach (int i in industriesOf[r])
            {
                _bits[(i * _words) + (r / BitsPerWord)] |= 1UL << (r % BitsPerWord);
                Ubiquity[i]++;
            }
        }
    }

    /// <summary>Gets what measures say of their input.</summary>
    public static InputSpec ActivitySpec { get; } = new("activity", "region, industry, value");

    public IReadOnlyList<string> Regions { get; }

    public IReadOnlyList<string> Industries { get; }

    /// <summary>Gets the industries of each region, in order.</summary>
    public int[][] IndustriesOf { get; }

    /// <summary>Gets the number of regions specialised in each industry.</summary>
    public int[] Ubiquity { get; }

    /// <summary>Compares x_ri x.. with x_.i x_r.; a quotient of exactly 1 is specialised, an empty cell never.</summary>
    /// <remarks>
    /// No quotient is rounded. Whole numbers are compared exactly; products of other numbers carry rounding errors of
    /// the sums, so that there they may differ by a part in 10¹² and still count as equal. Cost: regions × industries.
    /// </remarks>
    public static SpecialisationTable Of(ActivityTable activity)
    {
        double[] values = [.. activity.Values];
        bool whole = activity.Total < 1L << 53 && Array.TrueForAll(values, double.IsInteger);
        int width = activity.Industries.Count;
        int[][] industriesOf = new int[activity.Regions.Count][];
        List<int> found = [];
        for (int r = 0; r < industriesOf.Length; r++)
        {
            found.Clear();
            for (int i = 0; i < width; i++)
            {
                double value = values[(r * width) + i];
                if (value > 0 && Reaches(
                    value, activity.Total, activity.IndustryTotals[i], activity.RegionTotals[r], whole))
                {
                    found.Add(i);
                }
            }

            industriesOf[r] = [.. found];
        }

        return new SpecialisationTable(activity.Regions, activity.Industries, industriesOf);
    }

    /// <summary>Counts the regions specialised in both industries.</summary>
    public int Common(int first, int second)
    {
        ReadOnlySpan<ulong> left = _bits.AsSpan(first * _words, _words);
        ReadOnlySpan<ulong> right = _bits.AsSpan(second * _words, _words);
        int count = 0;
        for (int word = 0; word < left.Length; word++)
        {
            count += BitOperations.PopCount(left[word] & right[word]);
        }

        return count;
    }

    /// <summary>Leaves out regions and industries without any specialisation.</summary>
    public SpecialisationTable WithoutEmpty()
    {
        int[] kept = [.. Enumerable.Range(0, Industries.Count).Where(i => Ubiquity[i] > 0)];
        int[] positions = new int[Industries.Count];
        for (int position = 0; position < kept.Length; position++)
        {
            positions[kept[position]] = position;
        }

        int[] regions = [.. Enumerable.Range(0, Regions.Count).Where(r => IndustriesOf[r].Length > 0)];
        return new SpecialisationTable(
            [.. regions.Select(r => Regions[r])],
            [.. kept.Select(i => Industries[i])],
            [.. regions.Select(r => Array.ConvertAll(IndustriesOf[r], i => positions[i]))]);
    }

    /// <summary>Gives the regions of each industry, in order.</summary>
    public int[][] RegionsOf()
    {
        int[][] regionsOf = [.. Ubiquity.Select(count => new int[count])];
        int[] next = new int[Ubiquity.Length];
        for (int r = 0; r < IndustriesOf.Length; r++)
        {
            foreach (int i in IndustriesOf[r])
            {
                regionsOf[i][next[i]++] = r;
            }
        }

        return regionsOf;
    }

    private static bool Reaches(double value, double all, double industry, double region, bool whole)
    {
        (double left, double right) = (value * all, industry * region);
        return whole && Math.Max(left, right) >= 1L << 53
            ? (UInt128)value * (UInt128)all >= (UInt128)industry * (UInt128)region
            : left >= (whole ? right : right * (1 - Slack));
    }
}
