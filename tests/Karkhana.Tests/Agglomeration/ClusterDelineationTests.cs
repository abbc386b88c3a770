using Karkhana.Agglomeration;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class ClusterDelineationTests
{
    private static readonly FirmRegister Towns = DelineationRegisters.TwoTowns;

    [Theory]
    [InlineData(ClusterMethod.Dbscan)]
    [InlineData(ClusterMethod.Hdbscan)]
    public void Planted_clusters_are_found_largest_first_stable_and_significant(ClusterMethod method)
    {
        ClusterDelineationResult result = Estimate(Towns, new() { Method = method, Replicates = 99 });

        result.Clusters[0].Place.ShouldBe("Daska");
        result.Clusters[1].Place.ShouldBe("Sialkot");
        result.Clusters[0].Firms.ShouldBeGreaterThan(result.Clusters[1].Firms);
        result.Clusters[0].Stable.ShouldBeTrue();
        result.Clusters[0].PValue.ShouldBe(0.01);
        result.Clusters[0].QValue.ShouldBeLessThanOrEqualTo(0.05);
        result.Clusters[0].Specialisation.ShouldBeGreaterThan(3);
        result.Clusters[0].Radius.ShouldBeInRange(200, 1500);
        result.ToTable().Texts("significant")[0].ShouldBe("yes");
        result.ToTable().Texts("stability")[0].ShouldBe("stable");
    }

    [Fact]
    public void Two_clusters_are_drawn_and_the_rest_stands_outside()
    {
        ClusterDelineationResult result = Estimate(Towns);

        result.Clusters.Count.ShouldBe(2);
        result.Membership.Count.ShouldBe(80);
        result.Outside.ShouldBe(80 - result.Clusters.Sum(cluster => cluster.Firms));
        result.Membership.Take(40).Count(cluster => cluster == 1).ShouldBeGreaterThan(35);
        result.Clusters[0].Employment.ShouldBe(result.Clusters[0].Members.Where(firm => firm != 3).Sum(firm => Towns.Employment[firm]));
        Table table = result.ToTable();
        table.RowCount.ShouldBe(3);
        table.Numbers("n")[2].ShouldBe(result.Outside);
        table.Numbers("specialisation")[2].ShouldBe(double.NaN);
    }

    [Fact]
    public void Scattered_firms_make_no_cluster_worth_the_name()
    {
        ClusterDelineationResult result = Estimate(DelineationRegisters.Scattered, new() { RadiusKilometres = 2.5, LeastFirms = 5 });

        result.Clusters.ShouldAllBe(cluster => !(cluster.QValue <= 0.05));
        Estimate(DelineationRegisters.Scattered, new() { RadiusKilometres = 0.2 }).Notes.ShouldContain(note => note.Code == "no-clusters");
    }

    [Fact]
    public void A_cluster_that_hangs_on_the_radius_is_called_unstable()
    {
        // twelve forges 1.2 km apart in a row: with five within reach there is one cluster at 3 km and none below
        FirmRegister row = DelineationRegisters.On([.. Enumerable.Range(0, 12).Select(i => (1200.0 * i, 0.0))]);

        ClusterDelineationResult result = Estimate(row, new() { RadiusKilometres = 3, LeastFirms = 5 });

        DelineatedCluster cluster = result.Clusters.ShouldHaveSingleItem();
        cluster.Overlaps.ShouldBe([0, 0, 0, 0, 1]);
        cluster.MeanOverlap.ShouldBe(0.2);
        cluster.Stable.ShouldBeFalse();
        result.ToTable().Numbers("least_overlap")[0].ShouldBe(0);
    }

    [Fact]
    public void Centre_and_outline_lie_on_the_grid_around_the_firms_and_on_none()
    {
        DelineatedCluster cluster = Estimate(Towns, new() { GridMetres = 250 }).Clusters[0];

        (cluster.Centre.X % 250).ShouldBe(0);
        (cluster.Centre.Y % 250).ShouldBe(0);
        cluster.Centre.X.ShouldBe(10_000, tolerance: 500);
        cluster.Outline.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (int firm in cluster.Members)
        {
            IsInside(cluster.Outline, Towns.X[firm], Towns.Y[firm]).ShouldBeTrue();
            cluster.Outline.ShouldAllBe(corner => corner.X != Towns.X[firm] || corner.Y != Towns.Y[firm]);
        }
    }

    [Fact]
    public void Clusters_below_five_firms_are_counted_and_not_shown()
    {
        FirmRegister four = DelineationRegisters.On((0, 0), (100, 0), (0, 100), (100, 100), (90_000, 0));

        ClusterDelineationResult result = Estimate(four, new() { LeastFirms = 3 });

        result.Clusters.ShouldHaveSingleItem().Hidden.ShouldBeTrue();
        result.Clusters[0].Outline.ShouldBeEmpty();
        result.ToOutlines().RowCount.ShouldBe(0);
        result.ToTable().RowCount.ShouldBe(1); // the cluster of four counts with the one firm outside
        result.ToTable().Numbers("n").ShouldBe([5]);
        result.ToTable().Texts("place")[0].ShouldBeNull();
        result.Notes.Select(note => note.Code).ShouldContain("small-clusters");
    }

    [Fact]
    public void A_firm_whose_past_is_unknown_stays_out_of_growth()
    {
        FirmRegister towns = Towns;
        double[] before = [.. towns.Employment.Select((workers, i) => i % 2 == 0 ? workers : double.NaN)];

        ClusterDelineationResult result = Estimate(towns, new() { Earlier = new EarlierState(2000, before, []) });

        result.Clusters.ShouldNotBeEmpty();
        result.Clusters.ShouldAllBe(cluster => Math.Abs(cluster.EmploymentGrowth) < 1e-12);
    }

    [Fact]
    public void Growth_is_told_where_five_firms_were_there_before()
    {
        double[] before = [.. Towns.Employment.Select((workers, i) => i < 40 ? workers / 2 : double.NaN)];
        double[] founded = [.. Enumerable.Range(0, Towns.Count).Select(i => i < 20 ? 1990.0 : 2010)];

        ClusterDelineationResult result = Estimate(Towns, new() { Earlier = new EarlierState(2000, before, founded) });

        result.Clusters[0].EmploymentGrowth.ShouldBe(1, tolerance: 1e-12);
        result.Clusters[0].FirmGrowth.ShouldBe((double)result.Clusters[0].Firms / result.Clusters[0].Members.Count(firm => firm < 20) - 1, tolerance: 1e-12);
        result.Clusters[1].EmploymentGrowth.ShouldBe(double.NaN);
        result.Clusters[1].FirmGrowth.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldContain("survivors");
        Estimate(Towns).Clusters[0].FirmGrowth.ShouldBe(double.NaN);
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        Table one = Estimate(Towns, new() { Replicates = 59 }, workers: 1).ToTable();
        Table eight = Estimate(Towns, new() { Replicates = 59 }, workers: 8).ToTable();

        foreach (string column in new[] { "p_value", "q_value", "specialisation", "mean_overlap" })
        {
            Bits.Same(one.Numbers(column), eight.Numbers(column)).ShouldBeTrue();
        }
    }

    [Fact]
    public void All_on_one_spot_are_one_cluster_without_comparison()
    {
        ClusterDelineationResult result = Estimate(DelineationRegisters.On([.. Enumerable.Repeat((700.0, 300.0), 30)]));

        DelineatedCluster cluster = result.Clusters.ShouldHaveSingleItem();
        cluster.Firms.ShouldBe(30);
        cluster.Radius.ShouldBe(0);
        cluster.PValue.ShouldBe(double.NaN);
        cluster.Outline.ShouldAllBe(corner => corner.X != 700 || corner.Y != 300);
        result.ToTable().Texts("significant")[0].ShouldBe("cannot_tell");
        result.Notes.Select(note => note.Code).ShouldContain("no-comparison");
        Estimate(DelineationRegisters.On([.. Enumerable.Repeat((700.0, 300.0), 30)]), new() { Method = ClusterMethod.Hdbscan }).Clusters.ShouldBeEmpty();
    }

    [Fact]
    public void A_radius_beyond_the_area_makes_one_cluster_of_all()
    {
        ClusterDelineationResult result = Estimate(Towns, new() { RadiusKilometres = 900, Replicates = 19 });

        result.Clusters.ShouldHaveSingleItem().Firms.ShouldBe(80);
        result.Outside.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_few_firms_make_no_cluster(int firms)
    {
        foreach (ClusterMethod method in Enum.GetValues<ClusterMethod>())
        {
            ClusterDelineationResult result = ClusterDelineation.Estimate(
                Towns with { Employment = [], Places = [] }, [.. Enumerable.Range(0, firms)], new() { Method = method },
                cancellationToken: TestContext.Current.CancellationToken);

            result.Clusters.ShouldBeEmpty();
            result.Outside.ShouldBe(firms);
            result.ToTable().RowCount.ShouldBe(1);
            result.Notes.ShouldContain(note => note.Code == "no-clusters");
        }
    }

    [Fact]
    public void Without_employment_and_places_clusters_are_drawn_all_the_same()
    {
        ClusterDelineationResult result = Estimate(Towns with { Employment = [], Places = [] });

        result.Clusters[0].Employment.ShouldBe(double.NaN);
        result.Clusters[0].Place.ShouldBe("");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Of([0, 0])).Message.ShouldContain("once");
        Should.Throw<ArgumentException>(() => Of([-1]));
        Should.Throw<ArgumentException>(() => Of([Towns.Count]));
        Should.Throw<ArgumentException>(() => Of([0], new() { StabilityRadii = [] }));
        Should.Throw<ArgumentException>(() => Of([0], new() { StabilityRadii = [0] }));
        Should.Throw<ArgumentException>(() => Of([0], new() { Earlier = new EarlierState(2000, [1], []) }));
        Should.Throw<ArgumentException>(() => new ClusterDelineationOptions { RadiusKilometres = 0 });
        Should.Throw<ArgumentException>(() => new ClusterDelineationOptions { LeastFirms = 1 });
        Should.Throw<ArgumentException>(() => new ClusterDelineationOptions { GridMetres = -1 });
        Should.Throw<ArgumentNullException>(() => Of(null!));
    }

    private static ClusterDelineationResult Of(IReadOnlyList<int> sample, ClusterDelineationOptions? options = null) =>
        ClusterDelineation.Estimate(Towns, sample, options, cancellationToken: TestContext.Current.CancellationToken);

    private static ClusterDelineationResult Estimate(FirmRegister firms, ClusterDelineationOptions? options = null, int workers = 0) =>
        ClusterDelineation.Estimate(
            firms, DelineationRegisters.Forges(firms), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    private static bool IsInside(IReadOnlyList<MapPoint> corners, double x, double y) => Enumerable.Range(0, corners.Count).All(i =>
    {
        MapPoint from = corners[i];
        MapPoint to = corners[(i + 1) % corners.Count];
        return ((to.X - from.X) * (y - from.Y)) - ((to.Y - from.Y) * (x - from.X)) > 0;
    });
}
