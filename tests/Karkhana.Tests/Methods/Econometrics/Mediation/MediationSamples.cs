using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Twenty synthetic firms of five towns, and random rows, for the tests of mediation.</summary>
internal static class MediationSamples
{
    public static readonly MediationModel Model = new() { Outcome = "y", Treatment = "x", Mediators = ["m"], Covariates = ["ac"] };

    /// <summary>Drawn once and rounded; the same firms are on the pages of the methods.</summary>
    public static readonly RegressionSample Firms = Of(
        [0.9, 1.7, 0.9, 0.1, 0.7, 0.8, 0.2, 0.4, 1.0, 1.9, 1.7, 1.1, 2.4, 0.1, 1.8, 0.8, 2.3, 1.1, 1.6, 1.3],
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [0.7, 1.6, 1.2, 0.2, 1.0, 0.6, -0.3, 0.3, 0.9, 1.5, 1.3, 1.3, 1.9, 0.2, 1.7, 0.9, 1.5, 1.1, 0.8, 0.8],
        [1.0, 0.4, 0.1, 0.1, 0.2, 0.8, 0.3, 1.0, 0.2, 0.5, 0.2, 0.2, 0.8, 0.1, 0.5, 0.1, 0.6, 0, 1.0, 0.3],
        [.. Enumerable.Range(0, 20).Select(row => "ABCDE"[row / 4].ToString())]);

    // Steps of 3, 5 and 7 keep every column from being near a combination of the others.
    public static readonly Gen<RegressionSample> All =
        from rows in Gen.Int[15, 30]
        from y in Gen.Int[-40, 40].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        from m in Gen.Int[-20, 20].Array[rows]
        from ac in Gen.Int[-20, 20].Array[rows]
        select Of(
            [.. y.Select(value => value / 10.0)],
            [.. x.Select((value, row) => (value / 10.0) + (row % 3))],
            [.. m.Select((value, row) => (value / 10.0) + (row % 5))],
            [.. ac.Select((value, row) => (value / 10.0) + (row % 7))],
            [.. Enumerable.Range(0, rows).Select(row => $"t{row % 6}")]);

    public static RegressionSample Of(double[] y, double[] x, double[] m, double[] ac, string[] towns) => new(Table.Of(
        "sample", Column.Of("y", y), Column.Of("x", x), Column.Of("m", m), Column.Of("ac", ac)))
    { Clusters = [towns] };

    public static RegressionSample WithoutTowns(this RegressionSample sample) => sample with { Clusters = [] };

    public static RegressionSample Repeat(this RegressionSample sample, IEnumerable<int> rows)
    {
        int[] all = [.. rows];
        double[] Picked(string name) => [.. all.Select(row => sample.Data.Numbers(name)[row])];
        return Of(Picked("y"), Picked("x"), Picked("m"), Picked("ac"), [.. all.Select(row => sample.Clusters[0][row])]);
    }

    public static CoefficientTable Line(this RegressionSample sample, string outcome, params string[] terms) => OrdinaryLeastSquares.Estimate(
        sample, new OrdinaryLeastSquaresOptions { Model = new ModelSpecification { Outcome = outcome, Terms = terms } }).Coefficients;
}
