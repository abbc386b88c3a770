using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class TiedPairsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Means_and_correlation_are_those_over_ordered_pairs()
    {
        // Two of six ordered pairs are tied, and both are of one place: r = (2/6 − 2/6·2/6) / (2/6·4/6) = 1.
        DyadTable dyads = Dyads(3, [(0, 1), (1, 0)], ["a", "a", "b"], [1, 2, 5]);

        TiedPairsResult result = TiedPairs.Estimate(dyads, cancellationToken: Token);

        TiedPairsRow place = result.Rows.Single(row => row.Name == "same_place");
        (place.Tied, place.Others).ShouldBe((1, 0));
        place.Correlation.ShouldBe(1, tolerance: 1e-12);
        TiedPairsRow difference = result.Rows.Single(row => row.Name == "size_difference");
        (difference.Tied, difference.Others).ShouldBe((1, 3.5));
    }

    [Fact]
    public void A_covariate_that_does_not_vary_is_named_and_has_no_correlation()
    {
        TiedPairsResult result = TiedPairs.Estimate(Dyads(4, [(0, 1), (2, 3)], ["a", "a", "a", "a"], [1, 2, 3, 4]), cancellationToken: Token);

        result.Rows.Single(row => row.Name == "same_place").Correlation.ShouldBe(double.NaN);
        result.Notes.Single().Text.ShouldContain("same_place");
    }

    [Fact]
    public void Unknown_values_leave_their_pairs_out()
    {
        TiedPairsResult result = TiedPairs.Estimate(Dyads(4, [(0, 1), (2, 3)], ["a", "a", "b", "b"], [1, 2, 3, double.NaN]), cancellationToken: Token);

        // Only the tie from the first to the second firm is between known sizes.
        result.Rows.Single(row => row.Name == "size_difference").Tied.ShouldBe(1);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        DyadTable dyads = Dyads(12, [.. Enumerable.Range(0, 12).Select(firm => (firm, (firm * 5 + 1) % 12)).Where(tie => tie.firm != tie.Item2)],
            [.. Enumerable.Range(0, 12).Select(firm => firm < 6 ? "a" : "b")], [.. Enumerable.Range(0, 12).Select(firm => (double)(firm * firm))]);

        TiedPairs.Estimate(dyads, null, new ExecutionOptions { Workers = 1 }, Token).Rows
            .ShouldBe(TiedPairs.Estimate(dyads, null, new ExecutionOptions { Workers = 3 }, Token).Rows);
    }

    [Fact]
    public void Correlations_lie_within_their_limits_and_p_is_never_zero() => Gen.Int[0, 2].Array[6].Array[6].Sample(cells =>
    {
        (int, int)[] ties = [.. from giver in Enumerable.Range(0, 6) from receiver in Enumerable.Range(0, 6)
            where giver != receiver && cells[giver][receiver] == 0 select (giver, receiver)];
        TiedPairsResult result = TiedPairs.Estimate(
            Dyads(6, ties, ["a", "a", "a", "b", "b", "b"], [1, 2, 3, 4, 5, 6]), new TiedPairsOptions { Replicates = 19 });
        return result.Rows.All(row => double.IsNaN(row.Correlation) || (Math.Abs(row.Correlation) <= 1 + 1e-12 && row.PValue is > 0 and <= 1));
    }, iter: 40);

    [Fact]
    public void Two_firms_are_refused() => Should.Throw<ArgumentException>(
        () => TiedPairs.Estimate(Dyads(2, [(0, 1)], ["a", "b"], [1, 2]))).Message.ShouldContain("there were 2");

    private static DyadTable Dyads(int firms, (int From, int To)[] ties, string?[] places, double[] sizes) => DyadTable.Of(
        new TieLayer("advice", Graph.Of(SampleSurveys.Ids(firms), ties.Select(tie => (tie.From, tie.To, 1.0)))),
        new DyadCovariates { Classes = [("place", places)], Scores = [("size", sizes)] });
}
