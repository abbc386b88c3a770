using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Thirty synthetic firms, random firms, and firms of towns with a known difference, for the tests of comparisons.</summary>
internal static class TreatmentSamples
{
    public static readonly string[] Terms = ["size", "age"];

    /// <summary>Drawn once in R 4.2.2 and rounded; the same firms are on the pages of the methods.</summary>
    public static readonly TreatmentSample Firms = Of(
        [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0],
        [-0.06, 1.6, 0.1, -0.32, 0.74, 0.71, 0.7, 0.11, 0.09, 0.51, 0.96, 0.75, -0.03, 0.34, 0.7, 0.4, 0.57, 1.09, -0.07, 0.33, 0.65, 0.43, 0.13, 0.57, 1.13, 0.14, 0.38, 0.47, 0.66, -0.24],
        [5, 7, 3, 4, 13, 5, 14, 10, 7, 4, 5, 6, 3, 7, 4, 7, 7, 12, 5, 5, 5, 7, 6, 9, 8, 7, 7, 5, 7, 5],
        [4, 19, 5, 15, 19, 5, 2, 13, 6, 16, 17, 11, 11, 6, 24, 14, 7, 9, 10, 6, 2, 13, 13, 7, 21, 11, 6, 17, 21, 6]);

    // The first eight firms hold both kinds at all four corners, so that nothing separates and targets are within reach.
    public static readonly Gen<TreatmentSample> All =
        from rows in Gen.Int[30, 50]
        from t in Gen.Int[0, 1].Array[rows]
        from y in Gen.Int[-40, 40].Array[rows]
        from x in Gen.Int[-15, 15].Array[rows]
        from z in Gen.Int[-15, 15].Array[rows]
        select Of(
            [.. t.Select((value, row) => row < 8 ? row % 2 : (double)value)],
            [.. y.Select(value => value / 10.0)],
            [.. x.Select((value, row) => row < 8 ? (row / 2 % 2 * 4) - 2 : value / 10.0)],
            [.. z.Select((value, row) => row < 8 ? (row / 4 * 4) - 2 : value / 10.0)]);

    public static TreatmentSample Of(double[] treatment, double[] outcome, double[] size, double[] age) =>
        new(new RegressionSample(Table.Of("sample", Column.Of("size", size), Column.Of("age", age))), treatment) { Outcome = outcome };

    public static TreatmentSample InOrder(this TreatmentSample sample, int[] order) => Of(
        [.. order.Select(row => sample.Treatment[row])], [.. order.Select(row => sample.Outcome![row])],
        [.. order.Select(row => sample.Covariates.Data.Numbers("size")[row])], [.. order.Select(row => sample.Covariates.Data.Numbers("age")[row])]);

    public static TreatmentSample InTowns(this TreatmentSample sample, IEnumerable<string> towns) =>
        sample with { Covariates = sample.Covariates with { Clusters = [[.. towns]] } };

    /// <summary>Firms whose outcome differs by the given amount if treated, beside what size and age do to both.</summary>
    public static TreatmentSample Simulated(int towns, int firms, double difference, bool wholeTowns, int seed)
    {
        RandomStream stream = new((ulong)seed, RandomPurpose.Example, 0);
        List<(double T, double Y, double Size, double Age, string Town)> rows = [];
        for (int town = 0; town < towns; town++)
        {
            for (int firm = 0; firm < firms; firm++)
            {
                (double size, double age) = (stream.NextGaussian(), stream.NextGaussian());
                double chance = 1 / (1 + Math.Exp(-0.5 * (size - age)));
                double treated = wholeTowns ? town % 2 : stream.NextDouble() < chance ? 1 : 0;
                rows.Add((treated, (difference * treated) + size + (0.5 * age) + (0.5 * stream.NextGaussian()), size, age, $"town {town}"));
            }
        }

        return Of([.. rows.Select(row => row.T)], [.. rows.Select(row => row.Y)], [.. rows.Select(row => row.Size)], [.. rows.Select(row => row.Age)])
            .InTowns(rows.Select(row => row.Town));
    }

    /// <summary>Six firms that size tells apart without error.</summary>
    public static readonly TreatmentSample Apart = Of([0, 0, 0, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 7, 8, 9, 9], [3, 1, 2, 3, 1, 2, 3]);
}
