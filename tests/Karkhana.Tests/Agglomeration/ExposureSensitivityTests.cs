using Karkhana.Agglomeration;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class ExposureSensitivityTests
{
    private static readonly FirmRegister Firms = SampleRegisters.Random(60, ["a", "b", "c"], 5);

    private static RegisterSample Sample => new(Firms, [.. Enumerable.Range(0, 20).Select(i => 3 * i)])
    {
        Clustered = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0)],
    };

    [Fact]
    public void At_the_default_distance_the_ranks_are_the_same()
    {
        ExposureSensitivityResult result = Estimate(Sample, new ExposureSensitivityOptions { Distances = [2] });

        result.Rows.Select(row => row.AdvantageId).Distinct().ShouldBe(["DE01", "DE04", "EE01", "EE11"]);
        result.Rows.ShouldAllBe(row => Math.Abs(row.RankCorrelation - 1) < 1e-12);
    }

    [Fact]
    public void Means_are_those_of_the_exposures_at_that_distance()
    {
        ExposureSensitivityResult result = Estimate(Sample);
        Exposure at5 = RegisterExposures.Estimate(
            Sample, new RegisterExposureOptions { DecayKilometres = 5 }, TestContext.Current.CancellationToken).Exposures.Find("EE01")!;
        double[] clustered = [.. Sample.Sample.Where((_, i) => i % 2 == 0).Select(firm => at5.Values[firm])];

        ExposureSensitivityRow row = result.Rows.Single(row => (row.AdvantageId, row.Kilometres, row.Group) == ("EE01", 5, "clustered"));

        row.Firms.ShouldBe(10);
        row.Mean.ShouldBe(clustered.Average(), tolerance: 1e-12);
        result.Rows.Count.ShouldBe(4 * 5 * 2);
    }

    [Fact]
    public void The_rank_correlation_is_spearmans_by_hand()
    {
        // Firms at 0, 1, 3, 7 and 15 km: rivals within 1 km 1 1 0 0 0, within 5 km 2 2 3 1 0.
        FirmRegister five = SampleRegisters.Of([0, 1000, 3000, 7000, 15_000], new double[5], ["a", "a", "a", "a", "a"]);
        ExposureSensitivityOptions options = new() { Distances = [5], Exposures = new RegisterExposureOptions { NearKilometres = 1 } };

        ExposureSensitivityRow row = Estimate(new RegisterSample(five, [0, 1, 2, 3, 4]), options).Rows.Single(row => row.AdvantageId == "EE11");

        // Ranks 4.5 4.5 2 2 2 and 3.5 3.5 5 2 1 about 3: cross products 0.75 + 0.75 − 2 + 1 + 2 = 2.5; squares 7.5 and 9.5.
        row.RankCorrelation.ShouldBe(2.5 / Math.Sqrt(7.5 * 9.5), tolerance: 1e-12);
        row.Group.ShouldBe("all");
    }

    [Fact]
    public void Groups_below_five_are_held_back()
    {
        RegisterSample uneven = Sample with { Clustered = [.. Enumerable.Range(0, 20).Select(i => i < 4)] };

        ExposureSensitivityResult result = Estimate(uneven);

        result.Rows.Where(row => row.Group == "clustered").ShouldAllBe(row => row.Firms == null && double.IsNaN(row.Mean));
        result.Rows.Where(row => row.AdvantageId == "EE01" && row.Group == "dispersed").ShouldAllBe(row => row.Firms == 16);
        Table table = result.ToTable();
        table.Name.ShouldBe("exposure_sensitivity");
        table.Numbers("distance").ShouldAllBe(distance => distance > 0);
    }

    [Fact]
    public void Fewer_than_five_firms_have_no_correlation() =>
        Estimate(new RegisterSample(Firms, [0, 3, 6, 9])).Rows.ShouldAllBe(row => double.IsNaN(row.RankCorrelation));

    [Fact]
    public void Wrong_distances_are_refused()
    {
        Should.Throw<ArgumentException>(() => new ExposureSensitivityOptions { Distances = [] });
        Should.Throw<ArgumentException>(() => new ExposureSensitivityOptions { Distances = [1, 0] });
        Should.Throw<ArgumentException>(() => new ExposureSensitivityOptions { Distances = [double.NaN] });
    }

    private static ExposureSensitivityResult Estimate(RegisterSample sample, ExposureSensitivityOptions? options = null) =>
        ExposureSensitivity.Estimate(sample, options, TestContext.Current.CancellationToken);
}
