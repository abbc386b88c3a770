using CsCheck;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Small samples of values in groups for the tests of classical tests, with and without ties.</summary>
internal static class GroupedDraws
{
    public static readonly double[] A = [1.2, 3.4, 2.2, 5.1, 4.0, 2.2];
    public static readonly double[] B = [2.9, 4.4, 6.1, 5.1, 7.3];
    public static readonly double[] C = [3.3, 8.1, 5.0, 4.4];

    // A without the tied values.
    public static readonly double[] Untied = [1.2, 3.4, 2.2, 5.0, 4.0, 2.1];

    public static readonly Gen<(double[] First, double[] Second)> Two =
        from first in Gen.Int[0, 12].Array[2, 7]
        from second in Gen.Int[0, 12].Array[2, 7]
        where first.Distinct().Count() > 1 && second.Distinct().Count() > 1
        select (first.Select(value => value / 4.0).ToArray(), second.Select(value => value / 4.0).ToArray());

    public static GroupedValues Of(params double[][] groups) => new(
        [.. groups.SelectMany(values => values)],
        [.. groups.SelectMany((values, group) => values.Select(_ => ((char)('a' + group)).ToString()))]);

    /// <summary>Turns the order of the rows around.</summary>
    public static GroupedValues Reversed(GroupedValues sample) => new([.. sample.Values.Reverse()], [.. sample.Groups.Reverse()]);

    /// <summary>Gives every way to deal the pooled values out into a first group of the same size.</summary>
    public static IEnumerable<(double[] First, double[] Second)> Deals(double[] first, double[] second)
    {
        double[] pooled = [.. first, .. second];
        for (int mask = 0; mask < 1 << pooled.Length; mask++)
        {
            if (int.PopCount(mask) == first.Length)
            {
                yield return (
                    [.. pooled.Where((_, i) => (mask >> i & 1) == 1)],
                    [.. pooled.Where((_, i) => (mask >> i & 1) == 0)]);
            }
        }
    }
}
