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

        Enumerable.Range(0, 4).Select(slot => Slots(rows, slot)).ShouldBe([[1, 2], [0, 2], [0, 1], []]);
        rows.Weights(0).ToArray().ShouldBe([Math.Exp(-1), Math.Exp(-1.5)]);
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
                Slots(rows, slot).ShouldBe(near);
            }
        }
    }

    [Fact]
    public void Rows_after_changes_are_those_of_a_new_search() => Changes.Sample(change =>
    {
        FirmColumns firms = At([.. Enumerable.Range(0, change.Firms).Select(i => Point(change.Seed, i))]);
        NeighbourSearch search = new(6, 2, 200);
        NeighbourRows rows = Own(NeighbourRows.Of(firms, search), search);
        for (int time = 0; time < 3; time++)
        {
            for (int i = 0; i < Math.Min(change.Left, firms.AliveCount - 1); i++)
            {
                firms.Remove((i * 7) + time < firms.Count && firms.Alive[(i * 7) + time] ? (i * 7) + time : Array.IndexOf(firms.Alive, true));
            }

            for (int i = 0; i < change.Came; i++)
            {
                Settle(firms, Point(change.Seed, (1000 * (time + 1)) + i));
            }

            NeighbourUpdate.Apply(rows, firms, search);
            ShouldBeSame(rows, NeighbourRows.Of(firms, search));
        }
    });

    [Fact]
    public void Rows_that_grow_again_and_again_keep_what_they_hold()
    {
        FirmColumns firms = At((0, 0));
        NeighbourSearch search = new(1e6, 2, 2000);
        NeighbourRows rows = Own(NeighbourRows.Of(firms, search), search);
        for (int time = 0; time < 60; time++) // each is a neighbour of all: rows move, gaps close, memory grows
        {
            for (int i = 0; i < 1 + (time % 9); i++)
            {
                Settle(firms, (time, i));
            }

            firms.Remove(Array.IndexOf(firms.Alive, true));
            NeighbourUpdate.Apply(rows, firms, search);
        }

        ShouldBeSame(rows, NeighbourRows.Of(firms, search));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)] // beyond the few that are looked for without an index
    public void Newcomers_find_the_nearest_with_and_without_an_index(int came)
    {
        FirmColumns firms = At([.. Enumerable.Range(0, 300).Select(i => Point(7, i))]);
        NeighbourSearch search = new(9, 2, 25);
        NeighbourRows rows = Own(NeighbourRows.Of(firms, search), search);
        for (int i = 0; i < came; i++)
        {
            Settle(firms, Point(7, 1000 + i));
        }

        NeighbourUpdate.Apply(rows, firms, search);
        NeighbourRows anew = NeighbourRows.Of(firms, search);
        for (int slot = 300; slot < firms.Count; slot++)
        {
            Slots(rows, slot).ShouldBe(Slots(anew, slot));
        }
    }

    [Fact]
    public void Rows_that_others_read_stay_when_one_run_changes_its_copy()
    {
        FirmColumns firms = At((0, 0), (1, 0), (2, 0));
        NeighbourSearch search = new(10, 2, 200);
        NeighbourRows shared = NeighbourRows.Of(firms, search);
        NeighbourRows own = Own(shared, search);
        firms.Remove(1);
        Settle(firms, (0.5, 0));
        NeighbourUpdate.Apply(own, firms, search);

        Slots(own, 0).ShouldBe([2, 3]);
        Slots(shared, 0).ShouldBe([1, 2]);
        shared.Count.ShouldBe(3);
    }

    [Fact]
    public void A_full_row_takes_in_who_settles_nearer_than_its_farthest()
    {
        FirmColumns firms = At((0, 0), (1, 0), (2, 0), (3, 0));
        NeighbourSearch search = new(10, 2, 2);
        NeighbourRows rows = Own(NeighbourRows.Of(firms, search), search);
        Settle(firms, (0.5, 0));

        NeighbourUpdate.Apply(rows, firms, search);
        Slots(rows, 0).ShouldBe([1, 4]);
        Slots(rows, 3).ShouldBe([1, 2]);
        Slots(rows, 4).ShouldBe([0, 1]);
    }

    [Fact]
    public void Near_firms_have_near_places()
    {
        FirmColumns firms = At([.. Enumerable.Range(0, 64).Select(i => (((double)i * 37) % 64, 0.0))]);
        NeighbourRows rows = NeighbourRows.Of(firms, new NeighbourSearch(2, 2, 200));
        rows.Order.ToArray().Select(slot => firms.X[slot]).ShouldBe(Enumerable.Range(0, 64).Select(i => (double)i));
    }

    private static NeighbourRows Own(NeighbourRows rows, NeighbourSearch search)
    {
        NeighbourRows own = new();
        own.CopyFrom(rows, search.Limit);
        ShouldBeSame(own, rows);
        return own;
    }

    private static int[] Slots(NeighbourRows rows, int slot)
    {
        int[] slots = rows.Places(slot).ToArray();
        return [.. slots.Select(place => rows.Order[place])];
    }

    private static void ShouldBeSame(NeighbourRows rows, NeighbourRows expected)
    {
        rows.Count.ShouldBe(expected.Count);
        rows.CountEntries().ShouldBe(expected.CountEntries());
        for (int slot = 0; slot < rows.Count; slot++)
        {
            Slots(rows, slot).ShouldBe(Slots(expected, slot));
            Bits.Same(rows.Weights(slot).ToArray(), expected.Weights(slot).ToArray()).ShouldBeTrue();
        }

        Bits.Same(rows.Total[..rows.Count], expected.Total[..rows.Count]).ShouldBeTrue();
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
