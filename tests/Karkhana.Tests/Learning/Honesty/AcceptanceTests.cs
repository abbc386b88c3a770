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
    public void Point_1_the_differential_item_is_flagged_in_the_cluster_of_the_framework()
    {
        All[0].Differential.ByRule.ShouldBe(1);
        All[0].FalselyNamed.ShouldBe(0);
    }

    // Power, not certainty (docs/decisions/0012): 7 in 10 by the test, so that fewer than 8 of 20 would come once in 200 such tests.
    [Fact]
    public void Point_1_elsewhere_it_is_found_about_as_often_as_by_one_who_knows_the_truth()
    {
        double found = All.Sum(one => one.Differential.ByTest);

        found.ShouldBeGreaterThanOrEqualTo(8);
        found.ShouldBeGreaterThanOrEqualTo(All.Sum(one => one.DifferentialFromTruth.ByTest) - 3);
        All.ShouldAllBe(one => one.Differential.ByRule <= one.Differential.ByAdjustedTest && one.Differential.ByAdjustedTest <= one.Differential.ByTest);
        (All.Sum(one => one.FalselyNamed) / (19 * Seeds)).ShouldBeLessThan(0.03); // p < 0.01 before correction
    }

    [Fact]
    public void Point_2_the_naive_gap_is_larger_than_augmented_weighting()
    {
        All.Count(one => one.NaiveGap > one.Augmented).ShouldBe(Seeds);
        All.Average(one => one.AugmentedOnTruth - one.TrueDifference).ShouldBe(0, tolerance: 0.07); // three errors of the mean
    }

    [Fact]
    public void Point_3_four_fifths_of_the_signs_of_paths_between_constructs_are_recovered_in_every_cluster()
    {
        All.ShouldAllBe(one => one.ShareOfPaths >= 0.8);
        double[] paths = [.. All.SelectMany(one => one.Paths)];
        (paths.Count(path => Acceptance.IsClear(path) && !Acceptance.IsRight(path)) / (double)paths.Length).ShouldBeLessThan(0.025);
    }

    [Fact]
    public void Point_3_read_by_single_advantages_is_not_met_and_true_values_would_not_meet_it_for_effort()
    {
        double Share(Func<Acceptance, double[]> right) =>
            All.Sum(one => right(one)[(int)PlantedKind.Effort]) / All.Sum(one => one.Planted[(int)PlantedKind.Effort]);

        Share(one => one.Recovered).ShouldBeLessThan(0.8);
        Share(one => one.RecoveredFromTruth).ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Point_4_the_null_advantage_is_not_reported() => All.Sum(one => one.NullReported).ShouldBe(0);

    [Fact]
    public void Point_5_sorting_is_marked() => All.ShouldAllBe(one => one.SortingMarked == 1);
}
