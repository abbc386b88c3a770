using Karkhana.Benchmarks.Learning;
using Karkhana.Core.Execution;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning.Honesty;

/// <summary>The five points of framework Appendix B over twenty SYNTHETIC clusters; the whole study is <c>bench -- honesty</c>.</summary>
public sealed class AcceptanceTests
{
    private const int Seeds = 20;

    private static readonly Lazy<Acceptance[]> Judged = new(() =>
    {
        ReplicateRows rows = ReplicateEngine.Local.Execute(new AcceptanceJob(new AcceptanceOptions(SyntheticEffects.Index, Draws: 2), Seeds));
        return [.. Enumerable.Range(0, rows.Count).Select(row => Acceptance.Of(rows.Row(row)))];
    });

    private static Acceptance[] All => Judged.Value;

    [Fact]
    public void Point_1_the_differential_item_is_detected_in_the_cluster_of_the_framework()
    {
        All[0].DifferentialFlagged.ShouldBe(1);
        All[0].FalselyNamed.ShouldBe(0);
    }

    [Fact]
    public void Point_1_elsewhere_it_is_named_more_often_than_not_and_items_that_work_alike_seldom_are()
    {
        All.Count(one => one.DifferentialNamed == 1).ShouldBeGreaterThanOrEqualTo(Seeds / 2);
        (All.Sum(one => one.FalselyNamed) / (19 * Seeds)).ShouldBeLessThan(0.03); // p < 0.01 before correction
    }

    [Fact]
    public void Point_2_the_naive_gap_is_larger_than_augmented_weighting()
    {
        All.Count(one => one.NaiveGap > one.Augmented).ShouldBe(Seeds);
        All.Average(one => one.AugmentedOnTruth - one.TrueDifference).ShouldBe(0, tolerance: 0.07); // three errors of the mean
    }

    [Fact]
    public void Point_3_signs_of_what_does_not_hang_on_single_advantages_are_recovered() =>
        (All.Sum(one => one.Recovered[(int)PlantedKind.Core]) / All.Sum(one => one.Planted[(int)PlantedKind.Core])).ShouldBeGreaterThan(0.8);

    [Fact]
    public void Point_4_the_null_advantage_is_not_reported() => All.Sum(one => one.NullReported).ShouldBe(0);

    [Fact]
    public void Point_5_sorting_is_marked() => All.ShouldAllBe(one => one.SortingMarked == 1);
}
