using Karkhana.Agglomeration;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class ClusterStatusTests
{
    // Eight firms in a row, 200 m apart, and one far off.
    private static readonly FirmRegister Nine = SampleRegisters.Of(
        [0, 200, 400, 600, 800, 1000, 1200, 1400, 9000], new double[9], [.. Enumerable.Repeat("a", 9)]);

    [Fact]
    public void A_firm_with_eight_within_the_radius_is_clustered_itself_counted()
    {
        ClusterStatus.Estimate(Nine, Everyone).ShouldBe([true, true, true, true, true, true, true, true, false]);
        ClusterStatus.Estimate(Nine, Everyone, leastFirms: 9).ShouldAllBe(status => !status);
        ClusterStatus.Estimate(Nine, Everyone, radiusKilometres: 1.3).ShouldBe([false, true, true, true, true, true, true, false, false]);
    }

    [Fact]
    public void The_rim_of_the_radius_is_inside() =>
        ClusterStatus.Estimate(Nine, [0, 1], radiusKilometres: 0.2, leastFirms: 2).ShouldBe([true, true]);

    [Fact]
    public void Firms_outside_the_sample_do_not_count() =>
        ClusterStatus.Estimate(Nine, [0, 1, 2, 8]).ShouldAllBe(status => !status);

    [Fact]
    public void What_the_register_observed_comes_before_the_rule()
    {
        FirmRegister observed = Nine with { Clustered = [false, null, null, null, null, null, null, null, true] };

        ClusterStatus.Estimate(observed, Everyone).ShouldBe([false, true, true, true, true, true, true, true, true]);
    }

    [Fact]
    public void The_order_of_the_sample_does_not_matter() =>
        ClusterStatus.Estimate(Nine, [8, 7, 6, 5, 4, 3, 2, 1, 0]).ShouldBe([false, true, true, true, true, true, true, true, true]);

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ClusterStatus.Estimate(Nine, Everyone, radiusKilometres: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ClusterStatus.Estimate(Nine, Everyone, leastFirms: 1));
    }

    private static int[] Everyone => [.. Enumerable.Range(0, Nine.Count)];
}
