using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Panels of units that adopt in different periods or never, with all rows there.</summary>
internal sealed record StaggeredSamples(double[] Y, double[] X, int[] Unit, int[] Period, int[] Adoption)
{
    public const int Never = 0;
    public const int Periods = 5;

    // Periods 1 to 5; two units at least adopt in 3, two in 4, three never.
    public static readonly Gen<StaggeredSamples> All =
        from more in Gen.Int[0, 2].Array[1, 6]
        let adoption = (int[])[3, 3, 4, 4, Never, Never, Never, .. more.Select(which => which == 0 ? Never : which + 2)]
        from y in Gen.Int[-50, 50].Array[adoption.Length * Periods]
        from x in Gen.Int[-20, 20].Array[adoption.Length * Periods]
        select Of(adoption, y, x);

    public int Units => Unit.Max() + 1;

    public static StaggeredSamples Of(int[] adoption, int[] y, int[] x)
    {
        int[] rows = [.. Enumerable.Range(0, adoption.Length * Periods)];
        return new StaggeredSamples(
            [.. rows.Select(row => y[row] / 10.0)],
            [.. rows.Select(row => (x[row] / 10.0) + (row * 7 % 5))],
            [.. rows.Select(row => row / Periods)],
            [.. rows.Select(row => (row % Periods) + 1)],
            [.. rows.Select(row => adoption[row / Periods])]);
    }

    public StaggeredSample ToSample() => new(
        new PanelSample(
            new RegressionSample(Table.Of("sample", Column.Of("y", Y), Column.Of("x", X))),
            Grouping.Of(Unit),
            [.. Period.Select(period => (double)period)]),
        [.. Adoption.Select(adoption => (double)adoption)]);

    public StaggeredSamples Where(Func<int, bool> keep) => InOrder([.. Enumerable.Range(0, Y.Length).Where(keep)]);

    public StaggeredSamples Reversed() => InOrder([.. Enumerable.Range(0, Y.Length).Reverse()]);

    /// <summary>The mean change of a cohort between two periods less that of another.</summary>
    public double Compare(int cohort, int other, int from, int to) => MeanChange(cohort, from, to) - MeanChange(other, from, to);

    public double[] Changes(int cohort, int from, int to) => [.. Enumerable.Range(0, Y.Length)
        .Where(row => Adoption[row] == cohort && Period[row] == to)
        .Select(row => Y[row] - Y[Array.FindIndex(Unit, unit => unit == Unit[row]) + from - 1])];

    private double MeanChange(int cohort, int from, int to) => Changes(cohort, from, to).Average();

    private StaggeredSamples InOrder(int[] rows) => new(
        [.. rows.Select(row => Y[row])], [.. rows.Select(row => X[row])], [.. rows.Select(row => Unit[row])],
        [.. rows.Select(row => Period[row])], [.. rows.Select(row => Adoption[row])]);
}
