using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Eight towns of four workshops each, months that cross them.</summary>
internal static class WorkshopSample
{
    public static readonly double[] Y =
        [3.1, 4.0, 5.2, 2.8, 5.9, 6.1, 7.7, 8.0, 1.2, 1.9, 4.1, 3.8, 6.5, 7.0, 6.8, 8.9, 4.4, 5.8, 5.1, 7.2, 2.0, 3.7, 4.4, 6.1, 5.0, 5.5, 6.9, 6.6, 3.3, 2.9, 4.8, 5.0];

    public static readonly double[] Z =
        [1, 4, 2, 3, 5, 1, 2, 2, 3, 3, 1, 4, 2, 5, 1, 1, 4, 2, 3, 2, 1, 5, 2, 4, 3, 1, 2, 2, 4, 1, 3, 5];

    private static readonly string[] Months = ["p", "q", "r", "s", "q", "r", "s", "t"];

    public static MultilevelSample Whole() => new(
        new RegressionSample(Table.Of(
            "sample", Column.Of("y", Y), Column.Of("x", Y.Select((_, i) => (double)(i % 4))), Column.Of("z", Z))),
        new Dictionary<string, Grouping>
        {
            ["town"] = Grouping.Of([.. Y.Select((_, i) => ((char)('a' + (i / 4))).ToString())]),
            ["month"] = Grouping.Of([.. Y.Select((_, i) => Months[i % 8])]),
        });
}
