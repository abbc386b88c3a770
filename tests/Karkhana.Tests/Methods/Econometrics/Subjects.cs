using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Forty synthetic subjects with late entries, ties, strata and clusters, with estimates of R's survival 3.5-3.</summary>
internal static class Subjects
{
    public static readonly double[] Entries = [3, 1, 0, 0, 1, 2, 1, 3, 0, 1, 1, 1, 2, 0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 3, 3, 0, 2, 1, 3, 1, 2, 1, 1, 1, 1, 3, 1, 2, 3, 1];
    public static readonly double[] Times = [12, 3, 2, 6, 3, 5, 2, 5, 1, 5, 14, 3, 5, 4, 4, 5, 4, 6, 5, 2, 3, 4, 5, 12, 6, 2, 4, 5, 10, 3, 9, 7, 2, 7, 2, 9, 4, 5, 7, 8];
    public static readonly double[] Events = [1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1];
    public static readonly double[] X = [0.8, 0.7, 1.3, -1.4, 1.3, 0.2, 0.8, 0.6, -1, -0.3, -0.9, 0.7, 0.1, -0.1, -0.4, -0.6, 1, -1.1, -0.1, 0.3, 1.2, -0.7, -0.3, -1.3, -0.4, -0.4, 1.4, 0.6, 0.1, 0.9, -0.3, 0, 0.4, 1.7, 0.7, 0.5, -1.6, 0.3, 0.2, -0.9];
    public static readonly double[] Z = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1];
    public static readonly string[] Clusters = ["1", "5", "8", "1", "4", "7", "6", "3", "8", "3", "5", "7", "2", "4", "6", "8", "5", "2", "4", "1", "6", "5", "4", "2", "7", "7", "4", "5", "7", "4", "2", "3", "4", "2", "1", "3", "6", "2", "4", "6"];
    public static readonly string[] Strata = ["2", "1", "2", "1", "1", "2", "1", "1", "2", "2", "2", "1", "2", "2", "1", "1", "2", "1", "2", "2", "1", "1", "1", "2", "1", "1", "2", "2", "2", "2", "1", "2", "1", "2", "1", "2", "1", "1", "2", "2"];

    public static readonly Gen<(double[] Times, bool[] Events, double[] X, double[] Z)> Draws =
        from rows in Gen.Int[25, 40]
        from times in Gen.Int[1, 12].Array[rows]
        from events in Gen.Int[0, 2].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        from z in Gen.Int[-20, 20].Array[rows]
        select (
            times.Select(time => (double)time).ToArray(),
            events.Select((value, row) => row < 8 || value > 0).ToArray(),
            x.Select((value, row) => row < 8 ? (row % 2 * 4) - 2 : value / 10.0).ToArray(),
            z.Select((value, row) => row < 8 ? (row / 2 % 2 * 4) - 2 : value / 10.0).ToArray());

    public static SurvivalRegressionSample All(bool entries = false, bool strata = false, bool clusters = false) =>
        new(
            new SurvivalSample(Times, [.. Events.Select(value => value == 1)])
            {
                Entries = entries ? Entries : null,
                Strata = strata ? Strata : [],
            },
            Table.Of("sample", Column.Of("x", X), Column.Of("z", Z)))
        {
            Clusters = clusters ? Clusters : [],
        };

    public static SurvivalRegressionSample Of(double[] times, bool[] events, double[] x, double[] z) =>
        new(new SurvivalSample(times, events), Table.Of("sample", Column.Of("x", x), Column.Of("z", z)));
}
