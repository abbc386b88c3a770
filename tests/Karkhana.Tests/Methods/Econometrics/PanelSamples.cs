using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Panels with an outcome, two terms, unit, period and a weight.</summary>
internal sealed record PanelSamples(double[] Y, double[] X, double[] Z, int[] Unit, int[] Period, double[] Weight)
{
    public static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

    // Every unit is there in the first two periods and three units are there in all, so that the sets hang together and no
    // row is alone; other rows may be missing.
    public static readonly Gen<PanelSamples> All =
        from units in Gen.Int[5, 8]
        from periods in Gen.Int[4, 6]
        let most = units * periods
        from there in Gen.Bool.Array[most]
        from y in Gen.Int[-40, 40].Array[most]
        from x in Gen.Int[-20, 20].Array[most]
        from z in Gen.Int[-20, 20].Array[most]
        from weight in Gen.Int[1, 5].Array[most]
        select Of(units, periods, there, (y, x, z, weight));

    public static readonly Gen<PanelSamples> Balanced = All.Select(sample => sample.Filled());

    public int Rows => Y.Length;

    public string[] Units => [.. Unit.Select(unit => $"u{unit}")];

    public string[] Periods => [.. Period.Select(period => $"t{period}")];

    public RegressionSample ToSample() => new(Table.Of(
        "sample",
        Column.Of("y", Y),
        Column.Of("x", X),
        Column.Of("z", Z),
        Column.Of("unit", Units),
        Column.Of("period", Periods)));

    public PanelSample ToPanel() => new(ToSample(), Grouping.Of(Units), [.. Period.Select(period => (double)period)]);

    public RegressionSample Absorbing(bool periods = true) => ToSample() with
    {
        Absorb = periods ? [Grouping.Of(Units), Grouping.Of(Periods)] : [Grouping.Of(Units)],
    };

    public PanelSamples InOrder(int[] rows) => new(
        [.. rows.Select(row => Y[row])], [.. rows.Select(row => X[row])], [.. rows.Select(row => Z[row])],
        [.. rows.Select(row => Unit[row])], [.. rows.Select(row => Period[row])], [.. rows.Select(row => Weight[row])]);

    public PanelSamples Reversed() => InOrder([.. Enumerable.Range(0, Rows).Reverse()]);

    /// <summary>The model with a dummy for every group.</summary>
    public static ModelSpecification Dummies(bool periods = true) => Model with
    {
        Terms = periods ? ["x", "z", "unit", "period"] : ["x", "z", "unit"],
        Categorical = new Dictionary<string, string> { ["unit"] = "u0", ["period"] = "t0" },
    };

    // The first two periods of all units, so that all have the same number of rows, and a third that all share.
    private PanelSamples Filled()
    {
        int units = Unit.Max() + 1;
        PanelSamples sample = this;
        return Of(units, 3, [.. Enumerable.Repeat(true, units * 3)], (
            [.. Enumerable.Range(0, units * 3).Select(row => (int)(sample.Y[row % sample.Rows] * 10) + (row * row % 7))],
            [.. Enumerable.Range(0, units * 3).Select(row => (int)(sample.X[row % sample.Rows] * 10) + (row * row % 5))],
            [.. Enumerable.Range(0, units * 3).Select(row => (int)(sample.Z[row % sample.Rows] * 10) + (row * row % 11))],
            [.. Enumerable.Repeat(1, units * 3)]));
    }

    private static PanelSamples Of(int units, int periods, bool[] there, (int[] Y, int[] X, int[] Z, int[] Weight) values)
    {
        int[] cells = [.. Enumerable.Range(0, units * periods).Where(cell => there[cell] || cell % periods < 2 || cell / periods < 3)];
        return new PanelSamples(
            [.. cells.Select(cell => values.Y[cell] / 10.0)],
            [.. cells.Select(cell => (values.X[cell] / 10.0) + (cell * 7 % 5))],
            [.. cells.Select(cell => (values.Z[cell] / 10.0) + (cell * 11 % 13))],
            [.. cells.Select(cell => cell / periods)],
            [.. cells.Select(cell => cell % periods)],
            [.. cells.Select(cell => (double)values.Weight[cell])]);
    }
}
