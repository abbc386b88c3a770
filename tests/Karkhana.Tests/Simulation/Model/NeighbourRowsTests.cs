using CsCheck;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Model;

public sealed class NeighbourRowsTests
{
    private static readonly Gen<(int Firms, int Left, int Came, uint Seed)> Changes = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 10], Gen.Int[0, 10], Gen.UInt);

    [Fact]
    public void Weights_fade_with_distance_and_end_at_the_reach()
    {
        FirmColumns firms = At((0, 0), (0, 2), (3, 0), (20, 0));
        NeighbourRows rows = NeighbourRows.Of(firms, new NeighbourSearch(10, 2, 200));

        rows.First.ShouldBe([0, 2, 4, 6, 6]);
        rows.Slot.ShouldBe([1, 2, 0, 2, 0, 1]);
        rows.Weight[0].ShouldBe(Math.Exp(-1));
        rows.Weight[1].ShouldBe(Math.Exp(-1.5));
        rows.Total.ShouldBe([Math.Exp(-1) + Math.Exp(-1.5), Math.Exp(-1) + Math.Exp(-Math.Sqrt(13) / 2), Math.Exp(-1.5) + Math.Exp(-Math.Sqrt(13) / 2), 0]);
    }

    [Fact]
    public void The_limit_keeps_the_nearest()
    {
        FirmColumns firms = At([.. Enumerable.Range(0, 50).Select(i => ((double)i, 0.0))]);

        foreach (int limit in new[] { 1, 2, 10 }) // the last is found within the reach, the others among the nearest
        {
            NeighbourRows rows = NeighbourRows.Of(firms, new NeighbourSearch(30, 2, limit));
            for (int slot = 0; slot < 50; slot++)
            {
                int[] near = [.. Enumerable.Range(0, 50).Where(other => other != slot).OrderBy(other => Math.Abs(other - slot)).ThenBy(other => other).Take(limit).Order()];
                rows.Slot[rows.First[slot]..rows.First[slot + 1]].ShouldBe(near);
            }
        }
    }

    [Fact]
    public void Rows_after_a_change_are_those_of_a_new_search() => Changes.Sample(change =>
    {
        FirmColumns firms = At([.. Enumerable.Range(0, change.Firms).Select(i => Point(change.Seed, i))]);
        NeighbourSearch search = new(6, 2, 200);
        NeighbourRows before = NeighbourRows.Of(firms, search);
        for (int i = 0; i < Math.Min(change.Left, change.Firms); i++)
        {
            firms.Remove(i * 7 % change.Firms is int slot && firms.Alive[slot] ? slot : Array.IndexOf(firms.Alive, true));
        }

        for (int i = 0; i < change.Came; i++)
        {
            Settle(firms, Point(change.Seed, 1000 + i));
        }

        NeighbourRows after = before.After(firms, search);
        NeighbourRows anew = NeighbourRows.Of(firms, search);
        after.First.ShouldBe(anew.First);
        after.Slot[..after.Entries].ShouldBe(anew.Slot[..anew.Entries]);
        Bits.Same(after.Weight[..after.Entries], anew.Weight[..anew.Entries]).ShouldBeTrue();
        Bits.Same(after.Total, anew.Total).ShouldBeTrue();
    });

    [Fact]
    public void A_full_row_takes_in_who_settles_nearer_than_its_farthest()
    {
        FirmColumns firms = At((0, 0), (1, 0), (2, 0), (3, 0));
        NeighbourSearch search = new(10, 2, 2);
        NeighbourRows before = NeighbourRows.Of(firms, search);
        Settle(firms, (0.5, 0));

        NeighbourRows after = before.After(firms, search);
        after.Slot[after.First[0]..after.First[1]].ShouldBe([1, 4]);
        after.Slot[after.First[3]..after.First[4]].ShouldBe([1, 2]);
        after.Slot[after.First[4]..after.First[5]].ShouldBe([0, 1]);
    }

    private static FirmColumns At(params (double X, double Y)[] points)
    {
        FirmColumns firms = new(points.Length, 1);
        foreach ((double X, double Y) point in points)
        {
            Settle(firms, point);
        }

        return firms;
    }

    private static void Settle(FirmColumns firms, (double X, double Y) point)
    {
        int slot = firms.Add();
        (firms.X[slot], firms.Y[slot]) = point;
    }

    private static (double X, double Y) Point(uint seed, int index) =>
        (((seed % 9973) + (index * 7919L)) % 997 / 60.0, ((seed % 8887) + (index * 6131L)) % 991 / 60.0);
}
