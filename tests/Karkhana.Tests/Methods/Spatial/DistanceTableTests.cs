using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class DistanceTableTests
{
    private static readonly Gen<(int From, int To, int Minutes)[]> Pairs =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 6]).Array[0, 60]
            .Select(pairs => pairs.Where(pair => pair.Item1 != pair.Item2).DistinctBy(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2))).ToArray());

    [Fact]
    public void A_symmetric_table_answers_both_ways_and_a_directed_one_as_listed()
    {
        DistanceTable both = DistanceTable.Of(3, [0, 1], [1, 2], [10, 20], directed: false);
        both.Within(1, 10).ToArray().ShouldBe([0]);
        both.Within(1, 20).ToArray().ShouldBe([0, 2]);
        both.Within(1, 9.9).ToArray().ShouldBeEmpty();
        both.DistancesFrom(1).ToArray().ShouldBe([10, 20]);
        (both.Count, both.Links, both.Limit).ShouldBe((3, 4, 20));

        DistanceTable oneWay = DistanceTable.Of(3, [0, 1, 1], [1, 0, 2], [10, 15, 20], directed: true, limit: 30);
        oneWay.Within(0, 30).ToArray().ShouldBe([1]);
        oneWay.Within(1, 15).ToArray().ShouldBe([0]);
        oneWay.Within(2, 30).ToArray().ShouldBeEmpty();
        oneWay.Limit.ShouldBe(30);
    }

    [Fact]
    public void Rows_ascend_and_ties_go_by_position() => Pairs.Sample(pairs =>
    {
        DistanceTable table = Table(pairs);
        return Enumerable.Range(0, 10).All(unit => Enumerable.Range(0, 7).Where(radius => radius <= table.Limit).All(radius =>
        {
            int[] wanted = [.. pairs.Where(pair => (pair.From == unit || pair.To == unit) && pair.Minutes <= radius)
                .Select(pair => (Other: pair.From == unit ? pair.To : pair.From, pair.Minutes))
                .OrderBy(pair => pair.Minutes).ThenBy(pair => pair.Other).Select(pair => pair.Other)];
            return table.Within(unit, radius).SequenceEqual(wanted);
        }));
    });

    [Fact]
    public void The_order_of_rows_does_not_matter() => Pairs.Sample(pairs =>
    {
        (DistanceTable one, DistanceTable two) = (Table(pairs), Table([.. pairs.Reverse()]));
        return Enumerable.Range(0, 10).All(unit => one.Within(unit, one.Limit).SequenceEqual(two.Within(unit, two.Limit)));
    });

    [Fact]
    public void An_empty_table_knows_nothing_within_zero() =>
        DistanceTable.Of(2, [], [], [], directed: false).Within(0, 0).ToArray().ShouldBeEmpty();

    [Fact]
    public void Wrong_rows_and_radii_are_refused()
    {
        Refused([0, 1], [1, 0], [1, 2], directed: false).ShouldContain("again");
        Refused([0, 0], [1, 1], [1, 2], directed: true).ShouldContain("again");
        Refused([0], [0], [1], directed: true).ShouldContain("itself");
        Refused([0], [1], [-1], directed: true).ShouldContain("distances");
        Refused([0], [1], [double.NaN], directed: true).ShouldContain("limit");
        Refused([0], [5], [1], directed: true).ShouldContain("to must lie in [0, 1]");
        Refused([0], [1], [], directed: true).ShouldContain("1 values");
        Should.Throw<ArgumentException>(() => DistanceTable.Of(2, [0], [1], [50], directed: true, limit: 30)).Message.ShouldContain("[0, 30]");
        Should.Throw<ArgumentException>(() => DistanceTable.Of(2, [0], [1], [5], directed: true, limit: 30).Within(0, 31).ToArray()).Message.ShouldContain("radius");

        static string Refused(int[] from, int[] to, double[] distances, bool directed) =>
            Should.Throw<ArgumentException>(() => DistanceTable.Of(2, from, to, distances, directed)).Message;
    }

    private static DistanceTable Table((int From, int To, int Minutes)[] pairs) => DistanceTable.Of(
        10, [.. pairs.Select(pair => pair.From)], [.. pairs.Select(pair => pair.To)], [.. pairs.Select(pair => (double)pair.Minutes)], directed: false);
}
