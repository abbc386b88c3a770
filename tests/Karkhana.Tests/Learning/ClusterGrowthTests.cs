using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ClusterGrowthTests
{
    private const int Firms = 30;

    [Fact]
    public void Elasticities_that_made_the_rows_come_back()
    {
        // Ten places with own and other employment that change every period; synthetic, without error.
        ClusterGrowthRows rows = Rows((firm, period, own, other) => Math.Exp(1 + (0.1 * firm) + (0.2 * period) + (0.6 * Log(own)) - (0.3 * Log(other)) + (own == 0 ? 0.5 : 0)));

        ClusterGrowthResult result = ClusterGrowth.Estimate(rows, rows, cancellationToken: TestContext.Current.CancellationToken);

        result.Growth!.Terms.ShouldBe(["ln_own", "no_own", "ln_other"]);
        Bits.Close(result.Growth.Estimates, [0.6, 0.5, -0.3], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Entry!.Estimates, [0.6, 0.5, -0.3], relative: 1e-6).ShouldBeTrue();
        (result.GrowthRows, result.EntryRows).ShouldBe((Firms * 4, Firms * 4));
        result.Growth.DegreesOfFreedom.ShouldAllBe(degrees => degrees == 9);
    }

    [Fact]
    public void Either_model_can_be_left_out_but_not_both()
    {
        ClusterGrowthRows rows = Rows((firm, period, own, other) => 1 + ((firm * 7) + (period * 3) + own) % 5);

        ClusterGrowth.Estimate(rows, null, cancellationToken: TestContext.Current.CancellationToken).Entry.ShouldBeNull();
        ClusterGrowth.Estimate(null, rows, cancellationToken: TestContext.Current.CancellationToken).Growth.ShouldBeNull();
        Should.Throw<ArgumentException>(() => ClusterGrowth.Estimate(null, null, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Wrong_rows_are_refused()
    {
        ClusterGrowthRows rows = Rows((_, _, own, _) => own);

        Should.Throw<ArgumentException>(() => Growth(rows)).Message.ShouldContain("above 0 in the growth model; row 1 had 0");
        ClusterGrowthRows ones = rows with { Outcome = [.. rows.Outcome.Select(_ => 1.0)] };
        Should.Throw<ArgumentException>(() => Growth(ones with { Own = [.. rows.Own.Select(own => own - 1)] })).Message.ShouldContain("row 1 had -1");
        Should.Throw<ArgumentException>(() => Growth(ones with { Places = ["a"] })).Message.ShouldContain("must have 120 values");
    }

    private static ClusterGrowthResult Growth(ClusterGrowthRows rows) =>
        ClusterGrowth.Estimate(rows, null, cancellationToken: TestContext.Current.CancellationToken);

    private static double Log(double amount) => amount == 0 ? 0 : Math.Log(amount);

    private static ClusterGrowthRows Rows(Func<int, int, double, double, double> outcome)
    {
        (int Firm, int Period)[] cells = [.. Enumerable.Range(0, Firms).SelectMany(firm => Enumerable.Range(0, 4).Select(period => (firm, period)))];
        double[] own = [.. cells.Select(cell => (double)(((cell.Firm * 13) + (cell.Period * 29) + (cell.Firm * cell.Period * 5)) % 23))];
        double[] other = [.. cells.Select(cell => 5.0 + (((cell.Firm * 7) + (cell.Period * 17) + (cell.Firm * cell.Period * 3)) % 31))];
        return new ClusterGrowthRows(
            [.. cells.Select(cell => $"f{cell.Firm}")],
            [.. cells.Select(cell => $"p{cell.Firm % 10}")],
            [.. cells.Select(cell => (double)cell.Period)],
            [.. cells.Select((cell, row) => outcome(cell.Firm, cell.Period, own[row], other[row]))],
            own,
            other);
    }
}
