using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class TieChangeTests
{
    private static readonly Gen<(TieTable Before, TieTable After)> Waves =
        from firms in Gen.Int[2, 7]
        let pairs = Gen.Select(Gen.Int[0, firms - 1], Gen.Int[0, firms - 1]).Where(pair => pair.Item1 != pair.Item2).Array[0, 20]
        from before in pairs
        from after in pairs
        select (SampleReports.Ties(firms, before), SampleReports.Ties(firms, after));

    [Fact]
    public void The_published_counts_of_Kecskemet_fit_together()
    {
        // Synthetic ties with the published counts: 110 kept, 113 dropped, 71 created over 28 firms (two joined, two left).
        (int From, int To)[] pairs = [.. Enumerable.Range(0, 28).SelectMany(from => Enumerable.Range(0, 28).Where(to => to != from).Select(to => (from, to)))];
        TieTable before = SampleReports.Ties(28, [.. pairs.Where(pair => pair.From < 26 && pair.To < 26).Take(223)]);
        (int, int)[] kept = [.. before.Pairs().Where(pair => pair.From > 1 && pair.To > 1).Order().Take(110)];
        TieTable after = SampleReports.Ties(28, [.. kept, .. pairs.Where(pair => pair.From > 1 && pair.To > 1 && !before.Pairs().Contains(pair)).TakeLast(71)]);

        TieChangeResult change = TieChange.Estimate(before, after, ([.. Enumerable.Range(0, 26)], [.. Enumerable.Range(2, 26)]));

        (change.Kept, change.Dropped, change.Created, change.Hamming).ShouldBe((110, 113, 71, 184));
        change.Jaccard.ShouldBe(0.3741, 0.00005);
        change.DensityBefore.ShouldBe(0.3431, 0.00005);
        change.DensityAfter.ShouldBe(0.2785, 0.00005);
        (change.Joined, change.Left).ShouldBe((2, 2));
        change.Notes.ShouldHaveSingleItem().Code.ShouldBe("composition-change");
    }

    [Fact]
    public void Leavers_and_joiners_are_told_apart()
    {
        // 2 left with two ties, 3 joined with one; 0→1 stays, 1→0 goes.
        TieTable before = SampleReports.Ties(4, (0, 1), (1, 0), (0, 2), (2, 1));
        TieTable after = SampleReports.Ties(4, (0, 1), (3, 1));

        TieChangeResult union = TieChange.Estimate(before, after);
        (union.Kept, union.Dropped, union.Created, union.DroppedWithLeavers, union.CreatedWithJoiners).ShouldBe((1, 3, 1, 2, 1));
        union.Notes.Select(note => note.Code).ShouldBe(["composition-change", "presence-from-ties", "waves-far-apart"]);

        TieChangeResult both = TieChange.Estimate(before, after, options: new() { Nodes = CommonNodes.Intersection });
        (both.Kept, both.Dropped, both.Created, both.DroppedWithLeavers, both.CreatedWithJoiners).ShouldBe((1, 1, 0, 0, 0));
        both.Jaccard.ShouldBe(0.5);
        both.ToTable().Numbers("estimate").Take(5).ShouldBe([0.5, 1, 1, 0, 1]);
    }

    [Fact]
    public void Time_turned_round_exchanges_dropped_and_created() => Waves.Sample(waves =>
    {
        foreach (CommonNodes nodes in Enum.GetValues<CommonNodes>())
        {
            TieChangeResult there = TieChange.Estimate(waves.Before, waves.After, options: new() { Nodes = nodes });
            TieChangeResult back = TieChange.Estimate(waves.After, waves.Before, options: new() { Nodes = nodes });
            (back.Kept, back.Dropped, back.Created).ShouldBe((there.Kept, there.Created, there.Dropped));
            (back.DroppedWithLeavers, back.Joined).ShouldBe((there.CreatedWithJoiners, there.Left));
            back.Jaccard.ShouldBe(there.Jaccard);
            if (nodes == CommonNodes.Union)
            {
                (there.Kept + there.Dropped, there.Kept + there.Created).ShouldBe((waves.Before.Pairs().Count, waves.After.Pairs().Count));
            }
        }

        TieChange.Estimate(waves.Before, waves.Before).Hamming.ShouldBe(0);
    });

    [Fact]
    public void Waves_that_do_not_belong_together_are_refused()
    {
        TieTable ties = SampleReports.Ties(3, (0, 1));
        Should.Throw<ArgumentException>(() => TieChange.Estimate(ties, SampleReports.Ties(4, (0, 1)))).Message.ShouldContain("register");
        Should.Throw<ArgumentException>(() => TieChange.Estimate(ties, ties with { Kinds = ["kin"] })).Message.ShouldContain("advice, kin");
        Should.Throw<ArgumentException>(() => TieChange.Estimate(ties, ties, ([3], []))).Message.ShouldContain("[0, 2]; it was 3");
        TieChange.Estimate(SampleReports.Ties(3), SampleReports.Ties(3)).Jaccard.ShouldBe(double.NaN);
    }

    [Fact]
    public void Roles_persist_as_counted_by_hand()
    {
        KnowledgeRolesResult before = Roles(["A", "B", "C", "D"], KnowledgeRole.Absorber, KnowledgeRole.Absorber, KnowledgeRole.Isolate, KnowledgeRole.Isolate);
        KnowledgeRolesResult after = Roles(["E", "D", "C", "B"], KnowledgeRole.Absorber, KnowledgeRole.Absorber, KnowledgeRole.Isolate, KnowledgeRole.Absorber);

        RoleChangeResult change = RoleChange.Estimate(before, after);

        (change.Persistence.Count, change.Persistence.Total).ShouldBe((2, 3));
        change.Kappa.ShouldBe(0.4, 1e-12); // observed 2/3, expected (1·2 + 2·1)/9
        change.Transitions[(KnowledgeRole.Isolate, KnowledgeRole.Absorber)].ShouldBe(1);
        change.ToTransitions().Numbers("n").ShouldBe([1, 1, 1]);
        change.ToTable().Numbers("estimate")[0].ShouldBe(2 / 3.0);
        RoleChange.Estimate(before, before).Persistence.Share.ShouldBe(1);
        Should.Throw<ArgumentException>(() => RoleChange.Estimate(before, Roles(["Z"], KnowledgeRole.Isolate))).Message.ShouldContain("shared none");
    }

    private static KnowledgeRolesResult Roles(string[] firms, params KnowledgeRole[] roles)
    {
        double[] zeros = new double[firms.Length];
        return new KnowledgeRolesResult(firms, roles, zeros, zeros, zeros, zeros)
        {
            RolesIfOpen = roles,
            RolesIfNotOpen = roles,
            CentralityLine = 0,
            OpennessLine = 0,
        };
    }
}
