using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Agglomeration;

/// <summary>Mean similarities of industries with groups, and of groups with groups.</summary>
internal sealed class GroupSimilarity
{
    private const double High = 0.95;
    private readonly int[] _groupOf;
    private readonly double[] _byIndustry; // industry after industry
    private readonly double[] _byGroup;

    public GroupSimilarity(double[] similarity, int[] groupOf, int groups)
    {
        _groupOf = groupOf;
        Groups = groups;
        int count = groupOf.Length;
        int[] sizes = new int[groups];
        _byIndustry = new double[count * groups];
        _byGroup = new double[groups * groups];
        for (int i = 0; i < count; i++)
        {
            sizes[groupOf[i]]++;
            for (int j = 0; j < count; j++)
            {
                _byIndustry[(i * groups) + groupOf[j]] += i == j ? 0 : similarity[(i * count) + j];
            }
        }

        for (int i = 0; i < count; i++)
        {
            int own = groupOf[i];
            for (int g = 0; g < groups; g++)
            {
                _byGroup[(own * groups) + g] += _byIndustry[(i * groups) + g];
                _byIndustry[(i * groups) + g] /= g == own ? sizes[g] - 1 : sizes[g];
            }
        }

        for (int g = 0; g < groups; g++)
        {
            for (int h = 0; h < groups; h++)
            {
                _byGroup[(g * groups) + h] /= (double)sizes[g] * (g == h ? sizes[g] - 1 : sizes[h]);
            }
        }
    }

    public int Groups { get; }

    /// <summary>Gives an industry's mean similarity with the rest of its group; NaN when it is alone.</summary>
    public double WithinOfIndustry(int industry) => _byIndustry[(industry * Groups) + _groupOf[industry]];

    /// <summary>Gives its mean similarities with the other groups.</summary>
    public IEnumerable<(int Group, double Similarity)> OutsideOfIndustry(int industry) =>
        Outside(_byIndustry, industry, _groupOf[industry]);

    /// <summary>Gives the mean similarity of the pairs of a group; NaN for a single industry.</summary>
    public double WithinOfGroup(int group) => _byGroup[(group * Groups) + group];

    /// <summary>Gives its mean similarities with the other groups.</summary>
    public IEnumerable<(int Group, double Similarity)> OutsideOfGroup(int group) => Outside(_byGroup, group, group);

    /// <summary>Scores the groups.</summary>
    /// <remarks>
    /// Four shares, each between 0 and 100, and their mean: groups whose similarity within exceeds the mean, and the
    /// 95th percentile, of their similarities with the other groups; the same for industries. A single industry has no
    /// similarity within, and fails.
    /// </remarks>
    public GroupingScore Score()
    {
        if (Groups < 2)
        {
            return new GroupingScore(Groups, double.NaN, double.NaN);
        }

        int passed = 0;
        for (int g = 0; g < Groups; g++)
        {
            passed += Passed(_byGroup.AsSpan(g * Groups, Groups), g).Count;
        }

        double ofGroups = passed / (2.0 * Groups);
        passed = 0;
        double margin = 0;
        for (int i = 0; i < _groupOf.Length; i++)
        {
            (int count, double above) = Passed(_byIndustry.AsSpan(i * Groups, Groups), _groupOf[i]);
            passed += count;
            margin += above;
        }

        double ofIndustries = passed / (2.0 * _groupOf.Length);
        return new GroupingScore(Groups, 50 * (ofGroups + ofIndustries), margin / _groupOf.Length);
    }

    // How many of the two bars are passed, and the distance to the best group outside; a member that is alone passes none.
    private static (int Count, double Above) Passed(ReadOnlySpan<double> means, int own)
    {
        double within = means[own];
        if (double.IsNaN(within))
        {
            return (0, 0);
        }

        double[] outside = [.. means[..own], .. means[(own + 1)..]];
        Array.Sort(outside);
        return (
            (within > Sums.Mean(outside) ? 1 : 0) + (within > Quantiles.Type7(outside, High) ? 1 : 0),
            within - outside[^1]);
    }

    private IEnumerable<(int Group, double Similarity)> Outside(double[] means, int row, int own)
    {
        for (int g = 0; g < Groups; g++)
        {
            if (g != own)
            {
                yield return (g, means[(row * Groups) + g]);
            }
        }
    }
}
