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

    /// <summary>Marks the cells whose location quotient is at least 1.</summary>
    /// <remarks>Cost: regions × industries.</remarks>
    public static SpecialisationTable Of(ActivityTable activity)
    {
        bool[] marks = Marks(activity, 1);
        int width = activity.Industries.Count;
        return new SpecialisationTable(
            activity.Regions, activity.Industries,
            [.. Enumerable.Range(0, activity.Regions.Count).Select(r => Enumerable.Range(0, width).Where(i => marks[(r * width) + i]).ToArray())]);
    }

    /// <summary>Says for each cell, region after region, whether its location quotient reaches the threshold: x_ri x.. against
    /// threshold x_.i x_r.; an empty cell never does.</summary>
    /// <remarks>
    /// No quotient is rounded. At a threshold of 1 whole numbers are compared exactly; products of other numbers carry
    /// rounding errors of the sums, so that there they may differ by a part in 10¹² and still count as equal.
    /// </remarks>
    public static bool[] Marks(ActivityTable activity, double threshold)
    {
        bool whole = threshold == 1 && activity.Total < 1L << 53 && activity.Values.All(double.IsInteger);
        int width = activity.Industries.Count;
        bool[] marks = new bool[activity.Values.Count];
        for (int cell = 0; cell < marks.Length; cell++)
        {
            (int r, int i) = (cell / width, cell % width);
            double value = activity[r, i];
            marks[cell] = value > 0
                && Reaches(value, activity.Total, activity.IndustryTotals[i], activity.RegionTotals[r] * threshold, whole);
        }

        return marks;
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
